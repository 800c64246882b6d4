import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeVectors } from "@wordloom/vectors/node";
import { childProcess } from "../programs/child-process.ts";
import { median } from "../statistics/median.ts";
import { madeVectors } from "./made-vectors.ts";
import { queriedRows } from "./queried-rows.ts";
import type { TableSize } from "./table-size.ts";

/** What a child is asked for. */
export interface QueriesTask {
  readonly path: string;
  /** Those whose words are asked about. */
  readonly rows: readonly number[];
  readonly top: number;
  /** How many of them one by one. */
  readonly calls: number;
}

/** One program with one table, all its rounds. */
export interface QueriesRow extends TableSize {
  /** `noise`, or where the vectors are from. */
  readonly table: string;
  readonly program: "wordloom" | "gensim";
  readonly threads: number;
  /** Of the first query, which makes what later ones use; one number a round. */
  readonly first: number[];
  /** Of a query, the median of a round's calls. */
  readonly single: number[];
  /** The mean of a round's calls, of all processors together. */
  readonly singleCpu: number[];
  /** Of all queries at once, by each way that there is. */
  readonly batches: Record<string, { readonly seconds: number[]; readonly cpuSeconds: number[] }>;
  /** Of the answers of the first round, how many are those of `wordloom`. */
  agreement?: number;
}

export interface QueriesPlan {
  readonly tables: readonly TableSize[];
  /** Other vectors, by their name. */
  readonly files: Readonly<Record<string, { readonly path: string } & TableSize>>;
  readonly rounds: number;
  readonly queries: number;
  readonly python: string | undefined;
  readonly folder: string;
}

/** What a child prints. */
interface Found {
  readonly first: number;
  readonly calls: readonly number[];
  readonly cpuSeconds: number;
  readonly answers: readonly (readonly string[])[];
  readonly batches: Readonly<Record<string, { readonly seconds: number; readonly cpuSeconds: number }>>;
}

/** Of a round that is asked one by one. */
const CALLS = 100;
const TOP = 10;

const child = fileURLToPath(new URL("queries-child.ts", import.meta.url));
const script = fileURLToPath(new URL("gensim-vectors.py", import.meta.url));

/** Asks each table with every program in turn, each time in a process of its own, round after round. */
export async function queriesRun(plan: QueriesPlan, tell: (line: string) => void): Promise<QueriesRow[]> {
  const { rounds, python } = plan;
  const rows = (await tablePaths(plan, tell)).flatMap(({ path, table, V, D }) =>
    [
      { program: "wordloom" as const, threads: 1 },
      ...(python === undefined ? [] : [1, 2].map((threads) => ({ program: "gensim" as const, threads }))),
    ].map((program) => ({ path, answers: [] as string[], row: emptyRow({ table, V, D, ...program }) })),
  );
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < rows.length; i++) {
      const each = rows[(i + round) % rows.length];
      const { row } = each;
      const answers = await askOnce(row, each.path, plan);
      if (round === 0) each.answers = answers;
      const { table, V, D, program, threads } = row;
      const batch = Math.min(...Object.values(row.batches).map(({ seconds }) => seconds[round]));
      const found = `${(1000 * row.single[round]).toFixed(2)} ms, all at once ${batch.toFixed(3)} s`;
      tell(`round ${round + 1} of ${rounds}, ${table} ${V} × ${D}, ${program}, threads ${threads}: ${found}`);
    }
  }
  return rows.map(({ path, answers, row }) => {
    const ours = rows.find((other) => other.path === path && other.row.program === "wordloom")?.answers ?? [];
    const same = answers.filter((answer, i) => answer === ours[i]).length;
    return { ...row, agreement: same / answers.length };
  });
}

function emptyRow(row: Pick<QueriesRow, "table" | "V" | "D" | "program" | "threads">): QueriesRow {
  return { ...row, first: [], single: [], singleCpu: [], batches: {} };
}

async function tablePaths(
  { tables, files, folder }: QueriesPlan,
  tell: (line: string) => void,
): Promise<({ path: string; table: string } & TableSize)[]> {
  const paths = Object.entries(files).map(([table, file]) => ({ table, ...file }));
  for (const { V, D } of tables) {
    tell(`making ${V} × ${D}`);
    const path = join(folder, `ask-${V}-${D}.bin`);
    await writeVectors(path, madeVectors({ V, D }, "noise"));
    paths.push({ table: "noise", path, V, D });
  }
  return paths;
}

/** Adds what a round took to the row; returns a text for each query that was asked one by one. */
async function askOnce(row: QueriesRow, path: string, { queries, python }: QueriesPlan): Promise<string[]> {
  const { V, program, threads } = row;
  const task: QueriesTask = { path, rows: queriedRows(V, queries), top: Math.min(TOP, V - 1), calls: CALLS };
  const { stdout } =
    program === "gensim" && python !== undefined
      ? await childProcess(python, [script, JSON.stringify({ kind: "queries", isBinary: true, ...task })], {
          OPENBLAS_NUM_THREADS: String(threads),
          OMP_NUM_THREADS: String(threads),
        })
      : await childProcess(process.execPath, [child, JSON.stringify(task)]);
  const found: Found = JSON.parse(stdout);
  row.first.push(found.first);
  row.single.push(median(found.calls));
  row.singleCpu.push(found.cpuSeconds);
  for (const [way, { seconds, cpuSeconds }] of Object.entries(found.batches)) {
    row.batches[way] ??= { seconds: [], cpuSeconds: [] };
    row.batches[way].seconds.push(seconds);
    row.batches[way].cpuSeconds.push(cpuSeconds);
  }
  return found.answers.map((words) => words.join(" "));
}
