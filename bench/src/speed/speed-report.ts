import { counted } from "@wordloom/terminal";
import type { Accuracy } from "../corpora/test-sets.ts";
import { type Machine, machineText } from "../machine/machine.ts";
import { grouped } from "../pages/grouped.ts";
import { type Table, textTable } from "../pages/table.ts";
import type { TrainingSettings } from "../programs/program.ts";
import { isSlow } from "./speed-run.ts";
import type { SpeedSummary } from "./speed-summary.ts";

/** All that a run of the benchmark found: what `--json` prints. */
export interface SpeedResult {
  readonly benchmark: "speed";
  readonly machine: Machine;
  /** Absent: false. */
  readonly besideBusy?: boolean;
  readonly versions: Readonly<Record<string, string>>;
  readonly corpus: { readonly name: string; readonly tokens: number; readonly words: number; readonly sha256: string };
  readonly settings: Omit<TrainingSettings, "model">;
  readonly rounds: number;
  readonly slowRounds: number;
  readonly rows: readonly SpeedSummary[];
  /** Programs that were asked for and are not there, or failed, and why. */
  readonly skipped: Readonly<Record<string, string>>;
}

/** For a terminal. */
export function speedText(result: SpeedResult): string {
  return [
    ...speedConditions(result),
    ...modelsOf(result).flatMap((model) => ["", model, textTable(speedTable(result, model))]),
    "",
    ...speedRemarks(result),
  ].join("\n");
}

export function modelsOf({ rows }: SpeedResult): TrainingSettings["model"][] {
  return [...new Set(rows.map(({ model }) => model))];
}

/** Machine, versions, corpus and settings, a line each. */
export function speedConditions(result: SpeedResult): string[] {
  const { machine, versions, corpus, settings, rounds, slowRounds, rows } = result;
  const { dimension, window, negatives, subsample, minCount, epochs, learningRate } = settings;
  const gensim = Object.entries(versions).find(([program]) => program.startsWith("gensim"));
  const rate = learningRate === undefined ? "each program's own learning rate" : `learning rate ${learningRate}`;
  const slow = [...new Set(rows.map(({ program }) => program).filter(isSlow))];
  const fewer = slow.length > 0 && slowRounds < rounds ? ` (${slowRounds} of ${slow.join(", ")})` : "";
  return [
    machineText(machine),
    ...(result.besideBusy === true ? ["beside another process that keeps one core busy"] : []),
    ...(gensim === undefined ? [] : [`gensim ${gensim[1]}`]),
    `${corpus.name}: ${grouped(corpus.tokens)} tokens, ${grouped(corpus.words)} words (min-count ${minCount})`,
    `D ${dimension}, window ${window} shrinking, K ${negatives}, sample ${subsample}, ${counted(epochs, "epoch")}, ${rate}`,
    `${counted(rounds, "round")} by turns${fewer}, medians; words/s: tokens of the corpus times epochs, by the second of training`,
  ];
}

export function speedTable({ rows }: SpeedResult, model: TrainingSettings["model"]): Table {
  const sorted = rows
    .filter((row) => row.model === model)
    .toSorted((a, b) => a.threads - b.threads || b.wordsPerSecond - a.wordsPerSecond);
  return {
    heading: ["threads", "program", "words/s", "least", "most", "× gensim", "analogies", "WS-353"],
    left: ["program"],
    rows: sorted.map(({ threads, program, wordsPerSecond, least, most, timesGensim, accuracy }) => [
      String(threads),
      program,
      ...[wordsPerSecond, least, most].map(grouped),
      timesGensim?.toFixed(2) ?? "–",
      ...accuracyCells(accuracy),
    ]),
  };
}

function accuracyCells(accuracy: Accuracy | undefined): string[] {
  const { analogies = null, wordPairs = null } = accuracy ?? {};
  return [analogies === null ? "–" : `${(100 * analogies).toFixed(1)} %`, wordPairs?.toFixed(3) ?? "–"];
}

/** What must be known beside the tables, a line each. */
export function speedRemarks({ rows, skipped }: SpeedResult): string[] {
  const accuracy = rows.find((row) => row.accuracy !== undefined)?.accuracy;
  const scores =
    accuracy === undefined
      ? "no accuracy: WORDLOOM_DATA, which names the folder of the test sets, is not set"
      : `accuracy after the first round, by @wordloom/evaluation: Google's analogies among the 30,000 commonest words ` +
        `(${grouped(accuracy.asked)} asked), WordSim-353 (Spearman, ${accuracy.pairs} pairs)`;
  return [
    scores,
    ...sameBits(rows),
    ...rows.flatMap(({ program, model, threads, remark }) =>
      remark === undefined ? [] : [`${program}, ${model}, threads ${threads}: ${remark}`],
    ),
    ...Object.entries(skipped).map(([program, why]) => `left out: ${program} (${why})`),
  ];
}

/** Whether the engine made the same file on every number of threads. */
function sameBits(rows: readonly SpeedSummary[]): string[] {
  const ours = rows.filter(({ program }) => program === "wordloom");
  if (new Set(ours.map(({ threads }) => threads)).size < 2) return [];
  const files = new Set(ours.map(({ model, sha256 }) => `${model} ${sha256}`));
  const models = new Set(ours.map(({ model }) => model));
  const verdict = files.size === models.size ? "the same bits" : "DIFFERENT BITS";
  return [`wordloom's vectors on all numbers of threads: ${verdict}`];
}
