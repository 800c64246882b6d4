import { fileURLToPath } from "node:url";
import { childProcess } from "../programs/child-process.ts";

/** What the engine's cost is measured for. */
export interface EngineTask {
  readonly model: "cbow" | "skip-gram";
  readonly dimension: number;
  /** V, words. */
  readonly vocabulary: number;
  readonly negatives: number;
  readonly window: number;
  readonly threads: number;
  /** Absent: the engine's default. */
  readonly batchSize?: number;
}

const child = fileURLToPath(new URL("engine-word-time-child.ts", import.meta.url));

/** Nanoseconds that the engine takes for a word once all is compiled, in a process of its own. */
export async function engineWordTime(task: EngineTask, milliseconds: number): Promise<number> {
  const { stdout } = await childProcess(process.execPath, [child, JSON.stringify({ ...task, milliseconds })]);
  return Number(JSON.parse(stdout).nanoseconds);
}
