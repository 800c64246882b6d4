// What a training step costs as the vocabulary grows: the one-hot, full-softmax CBOW that the chapter starts from
// beside CBOW with an embedding and negative sampling. `pnpm bench vocabulary` prints a table, `--json` the numbers.
//
// CBOW is timed twice. On words as frequent as in a text, a step names more different rows the larger V is, and the
// processor's caches hold fewer of them. On the 1,000 most frequent words alone it names the same rows whatever V is:
// what is left then is what the algorithm itself owes to V.

import { cpus } from "node:os";
import { cbow, type Model, oneHotCbow, type SampledBatch } from "@wordloom/models";
import { sgd } from "@wordloom/optimizers";
import { fork, type Random, randomFromSeed, uniform } from "@wordloom/random";
import { ids, type Parameter, parameter, touchAllRows, zeroGradients, zeros } from "@wordloom/tensor";
import { grouped } from "./pages/grouped.ts";
import { median } from "./statistics/median.ts";

const vocabularySizes = [1_000, 10_000, 100_000, 1_000_000];
// The book has D = 100 and B = 100; a million words would then need 400 MB for each of several [B, V] arrays.
const sizes = { D: 16, B: 4, C: 10, K: 5 };

interface Cost {
  /** Median over the samples. */
  readonly millisecondsPerStep: number;
  readonly wordsPerSecond: number;
  /** Of the milliseconds, to those of the smallest vocabulary. */
  readonly ratio: number;
}

interface Row {
  readonly V: number;
  readonly oneHotCbow: Cost;
  readonly cbow: Cost;
  readonly cbowOnFrequentWords: Cost;
}

/** Steps are timed in groups that last about this long, so that the clock's own steps do not matter. */
const groupMilliseconds = 20;
const groups = 15;

/** Prints the table, or the numbers as JSON. */
export function vocabularySize(json: boolean): void {
  const machine = { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.version };
  const rows: Row[] = [];
  for (const V of vocabularySizes) {
    const random = fork(randomFromSeed(1), V);
    const input = table([V, sizes.D], random);
    const oneHotStep = millisecondsPerStep(oneHotCbow(input, table([sizes.D, V], random)), V);
    const model = cbow(input, table([V, sizes.D], random));
    rows.push({
      V,
      oneHotCbow: cost(oneHotStep, rows[0]?.oneHotCbow),
      cbow: cost(millisecondsPerStep(model, V), rows[0]?.cbow),
      cbowOnFrequentWords: cost(millisecondsPerStep(model, vocabularySizes[0]), rows[0]?.cbowOnFrequentWords),
    });
  }
  console.log(json ? JSON.stringify({ machine, ...sizes, groups, rows }, null, 2) : report(machine, rows));
}

/** Forward, backward and update on the `words` most frequent words, median over groups of steps. */
function millisecondsPerStep(model: Model<SampledBatch>, words: number): number {
  const random = fork(randomFromSeed(2), words);
  const batches = Array.from({ length: 1_000 }, () => randomBatch(words, random));
  const optimizer = sgd(0.1);
  const state = optimizer.init(model.parameters);
  let steps = 0;
  const step = (): void => {
    model.forward(batches[steps++ % batches.length]).backward();
    optimizer.update(state, model.parameters);
    zeroGradients(model.parameters);
  };
  const time = (count: number): number => {
    const start = performance.now();
    for (let i = 0; i < count; i++) step();
    return (performance.now() - start) / count;
  };

  // The first steps compile; the next say how many make a group.
  time(3);
  let groupSize = 1;
  while (time(groupSize) * groupSize < groupMilliseconds) groupSize *= 2;
  return median(Array.from({ length: groups }, () => time(groupSize)));
}

/** Words as frequent as in a text: the chance of rank r is in proportion to 1/r, that of a negative to its power 0.75. */
function randomBatch(words: number, random: Random): SampledBatch {
  const { B, C, K } = sizes;
  const word = (): number => Math.floor((words + 1) ** uniform(random)) - 1;
  const negative = (): number => Math.floor((1 + uniform(random) * ((words + 1) ** 0.25 - 1)) ** 4) - 1;
  return {
    contexts: ids([B, C], Array.from({ length: B * C }, word)),
    targets: ids([B], Array.from({ length: B }, word)),
    negatives: ids([B, K], Array.from({ length: B * K }, negative)),
  };
}

function table(shape: readonly [number, number], random: Random): Parameter {
  const value = zeros(shape);
  for (let i = 0; i < value.data.length; i++) value.data[i] = (uniform(random) - 0.5) / sizes.D;
  const filled = parameter("table", value);
  // The system hands out memory at its first use; let that be now, not while the clock runs.
  touchAllRows(filled);
  zeroGradients([filled]);
  return filled;
}

function cost(millisecondsPerStep: number, first: Cost | undefined): Cost {
  return {
    millisecondsPerStep,
    wordsPerSecond: (1000 * sizes.B) / millisecondsPerStep,
    ratio: millisecondsPerStep / (first?.millisecondsPerStep ?? millisecondsPerStep),
  };
}

function report(machine: { cpu: string; cores: number; node: string }, rows: readonly Row[]): string {
  const { D, B, C, K } = sizes;
  const costs = ["ms/step", "words/s", "ratio"];
  const heading = ["V", ...costs, ...costs, ...costs];
  const lines = rows.map((row) => [
    grouped(row.V),
    ...costCells(row.oneHotCbow),
    ...costCells(row.cbow),
    ...costCells(row.cbowOnFrequentWords),
  ]);
  const widths = heading.map((_, column) => Math.max(...[heading, ...lines].map((line) => line[column].length)));
  return [
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}`,
    `D ${D}, B ${B}, C ${C}, K ${K}, f32, SGD; one step is forward, backward and update; medians of ${groups} groups of steps`,
    `columns: oneHotCbow; cbow; cbow on the ${grouped(vocabularySizes[0])} most frequent words`,
    "",
    ...[heading, ...lines].map((line) => line.map((cell, column) => cell.padStart(widths[column])).join("  ")),
  ].join("\n");
}

function costCells({ millisecondsPerStep, wordsPerSecond, ratio }: Cost): string[] {
  return [millisecondsPerStep.toFixed(4), grouped(wordsPerSecond), ratio.toFixed(2)];
}
