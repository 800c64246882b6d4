import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeVectors } from "@wordloom/vectors/node";
import { childProcess } from "../programs/child-process.ts";
import { madeVectors } from "./made-vectors.ts";
import type { TableSize } from "./table-size.ts";

/** What a child is asked for. */
export interface IndexTask {
  readonly path: string;
  readonly efs: readonly number[];
  readonly queries: number;
}

/** An approximate index of one table. */
export interface IndexRow extends TableSize {
  readonly table: string;
  readonly buildSeconds: number;
  /** Of the index, encoded. */
  readonly bytes: number;
  /** Exact queries a second, one by one. */
  readonly scanned: number;
  readonly searches: readonly {
    readonly ef: number;
    /** The share of the ten nearest that were found. */
    readonly recall: number;
    /** Queries a second, one by one. */
    readonly perSecond: number;
  }[];
}

export interface IndexPlan {
  /** Clustered. */
  readonly tables: readonly TableSize[];
  readonly files: Readonly<Record<string, { readonly path: string } & TableSize>>;
  readonly queries: number;
  readonly folder: string;
}

export const neighbourCount = 10;
const efs: readonly number[] = [16, 32, 64, 128, 256, 512];

const child = fileURLToPath(new URL("index-child.ts", import.meta.url));

/** Builds and asks an index of each table, in a process of its own. */
export async function indexRun(plan: IndexPlan, tell: (line: string) => void): Promise<IndexRow[]> {
  const { tables, files, queries, folder } = plan;
  const rows: IndexRow[] = [];
  const ask = async (table: string, path: string): Promise<void> => {
    tell(`an index of ${table}`);
    const task: IndexTask = { path, efs, queries };
    const { stdout } = await childProcess(process.execPath, [child, JSON.stringify(task)]);
    rows.push({ table, ...JSON.parse(stdout) });
    tell(`built in ${rows[rows.length - 1].buildSeconds.toFixed(1)} s`);
  };
  for (const [table, { path }] of Object.entries(files)) await ask(table, path);
  for (const { V, D } of tables) {
    const path = join(folder, `index-${V}-${D}.bin`);
    await writeVectors(path, madeVectors({ V, D }, "clusters"));
    await ask("clusters", path);
  }
  return rows;
}
