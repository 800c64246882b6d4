import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeVectors } from "@wordloom/vectors/node";
import { childProcess } from "../programs/child-process.ts";
import { madeVectors } from "./made-vectors.ts";
import type { TableSize } from "./table-size.ts";

export const fileForms = ["binary", "text", "binary.gz", "text.gz"] as const;

export type FileForm = (typeof fileForms)[number];

/** One program with one file, all its rounds. */
export interface ReadingRow extends TableSize {
  readonly form: FileForm;
  readonly bytes: number;
  /** `bytes` is no reader: it is what the bytes alone take, read or unpacked in Node. */
  readonly program: "wordloom" | "bytes" | "gensim";
  /** One number a round. */
  readonly seconds: number[];
  /** Of all processors together. */
  readonly cpuSeconds: number[];
}

export interface ReadingPlan {
  readonly tables: readonly TableSize[];
  /** As binary files alone. */
  readonly largeTables: readonly TableSize[];
  readonly forms: readonly FileForm[];
  readonly rounds: number;
  /** The Python that has gensim; undefined if there is none. */
  readonly python: string | undefined;
  readonly folder: string;
}

const child = fileURLToPath(new URL("reading-child.ts", import.meta.url));
const script = fileURLToPath(new URL("gensim-vectors.py", import.meta.url));

/** Reads each file with every program in turn, each time in a process of its own, round after round. */
export async function readingRun(plan: ReadingPlan, tell: (line: string) => void): Promise<ReadingRow[]> {
  const { tables, largeTables, forms, rounds, python, folder } = plan;
  const rows: (ReadingRow & { path: string })[] = [];
  const files = [
    ...tables.map((size) => ({ ...size, forms })),
    ...largeTables.map((size) => ({ ...size, forms: ["binary" as const] })),
  ];
  for (const { V, D, forms } of files) {
    const vectors = madeVectors({ V, D }, "noise");
    for (const form of forms) {
      tell(`writing ${V} × ${D}, ${form}`);
      const path = join(folder, `read-${V}-${D}.${form.replace("binary", "bin").replace("text", "txt")}`);
      await writeVectors(path, vectors);
      const { size: bytes } = await stat(path);
      const programs = ["wordloom", "bytes", ...(python === undefined ? [] : ["gensim" as const])] as const;
      rows.push(...programs.map((program) => ({ V, D, form, bytes, program, seconds: [], cpuSeconds: [], path })));
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < rows.length; i++) {
      const { V, D, form, program, seconds, cpuSeconds, path } = rows[(i + round) % rows.length];
      const found = await readOnce(program, path, python);
      seconds.push(found.seconds);
      cpuSeconds.push(found.cpuSeconds);
      tell(`round ${round + 1} of ${rounds}, ${V} × ${D}, ${form}, ${program}: ${found.seconds.toFixed(3)} s`);
    }
  }
  return rows.map(({ path: _, ...row }) => row);
}

async function readOnce(
  program: ReadingRow["program"],
  path: string,
  python: string | undefined,
): Promise<{ readonly seconds: number; readonly cpuSeconds: number }> {
  const { stdout } =
    program === "gensim" && python !== undefined
      ? await childProcess(python, [script, JSON.stringify({ kind: "read", path, isBinary: path.includes(".bin") })])
      : await childProcess(process.execPath, [child, JSON.stringify({ path, isBytes: program === "bytes" })]);
  return JSON.parse(stdout);
}
