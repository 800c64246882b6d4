import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { writeWhole } from "./write-whole.ts";

const benchmarks = ["speed", "cost", "scaling", "accuracy", "merging", "vectors", "phrases"] as const;

/** What every result says of itself. */
export interface Result {
  readonly benchmark: (typeof benchmarks)[number];
}

/** Keeps what a benchmark found, as `results/NAME.json`. */
export async function saveResult(name: string, result: Result): Promise<void> {
  await writeWhole(resultPath(name), `${JSON.stringify(result, null, 2)}\n`);
}

/**
 * What was kept; undefined if nothing was.
 *
 * @throws Error if it is no result
 */
export async function savedResult(name: string): Promise<Result | undefined> {
  const text = await readFile(resultPath(name), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? undefined : parsedResult(text, `results/${name}.json`);
}

/** @throws Error if the text is not what {@link saveResult} writes */
export function parsedResult(text: string, source: string): Result {
  try {
    const result: Partial<Result> | null = JSON.parse(text);
    const benchmark = benchmarks.find((name) => name === result?.benchmark);
    if (benchmark !== undefined) return { ...result, benchmark };
  } catch {
    // Said below.
  }
  throw new Error(`parsedResult: ${source} is no result of a benchmark; was it cut short? Remove it and measure again`);
}

function resultPath(name: string): string {
  return fileURLToPath(new URL(`../../results/${name}.json`, import.meta.url));
}
