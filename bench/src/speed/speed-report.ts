import { grouped } from "../grouped.ts";
import { type Machine, machineText } from "../machine.ts";
import type { TrainingSettings } from "../programs/program.ts";
import type { Table } from "../table.ts";
import { textTable } from "../table.ts";
import type { Accuracy } from "../test-sets.ts";
import type { SpeedSummary } from "./speed-summary.ts";

/** All that a run of the benchmark found: what `--json` prints. */
export interface SpeedResult {
  readonly benchmark: "speed";
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly corpus: { readonly name: string; readonly tokens: number; readonly words: number; readonly sha256: string };
  readonly settings: Omit<TrainingSettings, "model">;
  readonly rounds: number;
  readonly rows: readonly SpeedSummary[];
  /** Programs that were asked for and are not there, and why. */
  readonly skipped: Readonly<Record<string, string>>;
}

/** For a terminal. */
export function speedText(result: SpeedResult): string {
  const models = [...new Set(result.rows.map(({ model }) => model))];
  return [
    ...conditions(result),
    ...models.flatMap((model) => ["", model, textTable(speedTable(result, model))]),
    "",
    ...remarks(result),
  ].join("\n");
}

export function conditions({ machine, versions, corpus, settings, rounds }: SpeedResult): string[] {
  const { dimension, window, negatives, subsample, minCount, epochs, learningRate } = settings;
  const told = Object.entries(versions).filter(([, version]) => /\d/.test(version));
  return [
    machineText(machine),
    ...told.map(([program, version]) => `${program} ${version}`),
    `${corpus.name}: ${grouped(corpus.tokens)} tokens, ${grouped(corpus.words)} words that occur ${minCount} times or more`,
    `D ${dimension}, window ${window} (shrinking), K ${negatives}, sample ${subsample}, ${epochs} epochs, learning rate ${
      learningRate ?? "each program's default"
    }; ${rounds} ${rounds === 1 ? "round" : "rounds"} by turns, medians`,
    "words/s: tokens of the file times epochs, by the second of training alone",
  ];
}

export function speedTable({ rows }: SpeedResult, model: TrainingSettings["model"]): Table {
  const sorted = rows
    .filter((row) => row.model === model)
    .toSorted((a, b) => a.threads - b.threads || b.wordsPerSecond - a.wordsPerSecond);
  return {
    heading: ["threads", "program", "words/s", "least", "most", "x gensim", "analogies", "WS-353"],
    left: ["program"],
    rows: sorted.map(({ threads, program, wordsPerSecond, least, most, timesGensim, accuracy }) => [
      String(threads),
      program,
      ...[wordsPerSecond, least, most].map(grouped),
      timesGensim?.toFixed(2) ?? "-",
      ...accuracyCells(accuracy),
    ]),
  };
}

function accuracyCells(accuracy: Accuracy | undefined): string[] {
  const { analogies = null, wordPairs = null } = accuracy ?? {};
  return [analogies === null ? "-" : `${(100 * analogies).toFixed(1)} %`, wordPairs?.toFixed(3) ?? "-"];
}

function remarks({ rows, skipped }: SpeedResult): string[] {
  const accuracy = rows.find((row) => row.accuracy !== undefined)?.accuracy;
  return [
    ...(accuracy === undefined
      ? []
      : [
          `analogies: Google's, among 30,000 words, ${grouped(accuracy.asked)} asked; WS-353: Spearman, ${accuracy.pairs} pairs; ` +
            "both by @wordloom/evaluation, first round",
        ]),
    ...sameBits(rows),
    ...rows.flatMap(({ program, model, threads, remark }) =>
      remark === undefined ? [] : [`${program}, ${model}, threads ${threads}: ${remark}`],
    ),
    ...Object.entries(skipped).map(([program, why]) => `left out: ${program}: ${why}`),
  ];
}

/** Whether the engine made the same file on every number of threads. */
function sameBits(rows: readonly SpeedSummary[]): string[] {
  const ours = rows.filter(({ program }) => program === "wordloom");
  if (new Set(ours.map(({ threads }) => threads)).size < 2) return [];
  const files = new Set(ours.map(({ model, sha256 }) => `${model} ${sha256}`));
  const models = new Set(ours.map(({ model }) => model));
  return [
    `wordloom's vectors on all numbers of threads: ${files.size === models.size ? "the same bits" : "DIFFERENT"}`,
  ];
}
