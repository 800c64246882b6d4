import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { busyText, type Machine, machine } from "../machine/machine.ts";
import { gensimPython } from "../programs/gensim.ts";
import { type IndexRow, indexRun } from "./index-run.ts";
import { type QueriesRow, queriesRun } from "./queries-run.ts";
import { type FileForm, type ReadingRow, readingRun } from "./reading-run.ts";
import type { TableSize } from "./table-size.ts";
import { wikipediaVectors } from "./wikipedia-vectors.ts";

export const vectorsParts = ["reading", "queries", "index"] as const;

/** Where and how a part was measured. */
interface Conditions {
  readonly machine: Machine;
  readonly rounds: number;
  readonly gensim?: string;
  /** What could not be measured, and why. */
  readonly leftOut: readonly string[];
}

/** Each part as it was last measured. */
export interface VectorsResult {
  readonly benchmark: "vectors";
  readonly reading?: Conditions & { readonly rows: readonly ReadingRow[] };
  readonly queries?: Conditions & { readonly queries: number; readonly rows: readonly QueriesRow[] };
  readonly index?: Conditions & { readonly queries: number; readonly rows: readonly IndexRow[] };
}

export interface VectorsOptions {
  readonly parts: readonly (typeof vectorsParts)[number][];
  readonly rounds: number;
  readonly reading: readonly TableSize[];
  readonly large: readonly TableSize[];
  readonly forms: readonly FileForm[];
  readonly queries: readonly TableSize[];
  readonly index: readonly TableSize[];
}

/** In a batch, and to an index. */
const QUERIES = 1000;

/** Measures the parts that are asked for. Whatever it writes is in a folder of its own that is gone in the end. */
export async function vectorsResult(
  { parts, rounds, ...tables }: VectorsOptions,
  tell: (line: string) => void,
): Promise<VectorsResult> {
  const { command, availability } = await gensimPython();
  const isThere = "version" in availability;
  const python = isThere ? command : undefined;
  const folder = await mkdtemp(join(tmpdir(), "wordloom-bench-"));
  const conditions = async (leftOut: readonly string[]): Promise<Conditions> => {
    const before = await machine();
    const busy = busyText(before);
    if (busy !== undefined) tell(busy);
    const missing = isThere ? [] : [`gensim (${availability.missing})`];
    const gensim = isThere ? { gensim: availability.version } : {};
    return { machine: before, rounds, ...gensim, leftOut: [...missing, ...leftOut] };
  };
  try {
    const data = process.env.WORDLOOM_DATA;
    const isTrained = Boolean(data) && parts.some((part) => part !== "reading");
    const files = isTrained ? { Wikipedia: await wikipediaVectors(folder, tell) } : {};
    const withoutData = data
      ? []
      : ["vectors of Wikipedia: WORDLOOM_DATA, which names the folder of corpora, is not set"];
    let result: VectorsResult = { benchmark: "vectors" };
    if (parts.includes("reading")) {
      const about = await conditions([]);
      const plan = { tables: tables.reading, largeTables: tables.large, forms: tables.forms, rounds, python, folder };
      result = { ...result, reading: { ...about, rows: await readingRun(plan, tell) } };
    }
    if (parts.includes("queries")) {
      const about = await conditions(withoutData);
      const plan = { tables: tables.queries, files, rounds, queries: QUERIES, python, folder };
      result = { ...result, queries: { ...about, queries: QUERIES, rows: await queriesRun(plan, tell) } };
    }
    if (parts.includes("index")) {
      const about = await conditions(withoutData);
      const plan = { tables: tables.index, files, queries: QUERIES, folder };
      result = { ...result, index: { ...about, queries: QUERIES, rows: await indexRun(plan, tell) } };
    }
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
