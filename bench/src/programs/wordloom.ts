import { fileURLToPath } from "node:url";
import { childProcess } from "./child-process.ts";
import type { Program, Trained, TrainingTask } from "./program.ts";

const child = fileURLToPath(new URL("wordloom-child.ts", import.meta.url));

/** The engine, `@wordloom/word2vec`. */
export function wordloom(): Program {
  return {
    name: "wordloom",
    availability: async () => ({ version: "of this repository" }),
    async train(task: TrainingTask): Promise<Trained> {
      const { stdout } = await childProcess(process.execPath, [child, JSON.stringify(task)]);
      return { seconds: Number(JSON.parse(stdout).seconds) };
    },
  };
}
