import { fileURLToPath } from "node:url";
import { childProcess } from "./child-process.ts";
import type { Program, Trained, TrainingTask } from "./program.ts";

const child = fileURLToPath(new URL("layers-child.ts", import.meta.url));

/** `models.cbow` or `models.skipGram` with an optimizer, in a loop of plain TypeScript: the trainer's book preset. */
export function layers(optimizer: "adam" | "sgd"): Program {
  return {
    name: `layers-${optimizer}`,
    availability: async () => ({ version: "of this repository" }),
    async train(task: TrainingTask): Promise<Trained> {
      const { stdout } = await childProcess(process.execPath, [child, JSON.stringify({ ...task, optimizer })]);
      return { seconds: Number(JSON.parse(stdout).seconds) };
    },
  };
}
