import { fileURLToPath } from "node:url";
import { childProcess } from "../programs/child-process.ts";
import type { LaneShape } from "./lane-shape.ts";

/** What the engine's cost is measured for. */
export interface EngineTask extends LaneShape {
  readonly model: "cbow" | "skip-gram";
  readonly dimension: number;
  /** V, words. */
  readonly vocabulary: number;
  readonly negatives: number;
  readonly window: number;
  readonly threads: number;
}

/** What a process that trains found of itself. */
export interface EngineCost {
  /** Of a word, once all is compiled. */
  readonly nanoseconds: number;
  /** By which the process grew while it trained, the two tables among them, at most. */
  readonly bytes: number;
}

const child = fileURLToPath(new URL("engine-cost-child.ts", import.meta.url));

/** What the engine takes, in a process of its own. */
export async function engineCost(task: EngineTask, milliseconds: number): Promise<EngineCost> {
  const { stdout } = await childProcess(process.execPath, [child, JSON.stringify({ ...task, milliseconds })]);
  return JSON.parse(stdout);
}
