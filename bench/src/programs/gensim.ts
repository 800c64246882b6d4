import { fileURLToPath } from "node:url";
import { childProcess } from "./child-process.ts";
import type { Availability, Program, Trained, TrainingTask } from "./program.ts";

const script = fileURLToPath(new URL("gensim-train.py", import.meta.url));

/**
 * gensim's `Word2Vec`, in a Python of its own for each run. It reads a corpus in two ways whose speeds differ: from a file
 * that its workers read themselves (`corpus_file`), or from lists of sentences that one more thread hands out.
 */
export function gensim(from: "file" | "sentences"): Program {
  return {
    name: `gensim-${from}`,
    availability: async () => (await gensimPython()).availability,
    async train(task: TrainingTask): Promise<Trained> {
      const { command } = await gensimPython();
      const { stdout } = await childProcess(command, [script, JSON.stringify({ ...task, from })]);
      return { seconds: Number(JSON.parse(stdout).seconds) };
    },
  };
}

export interface GensimPython {
  readonly command: string;
  readonly availability: Availability;
}

let found: Promise<GensimPython> | undefined;

/** The first Python that has gensim: `WORDLOOM_PYTHON` if it is set, else that of the PATH or of the system. */
export function gensimPython(): Promise<GensimPython> {
  found ??= firstWithGensim(
    process.env.WORDLOOM_PYTHON ? [process.env.WORDLOOM_PYTHON] : ["python3", "/usr/bin/python3"],
  );
  return found;
}

async function firstWithGensim(commands: readonly string[]): Promise<GensimPython> {
  const complaints: string[] = [];
  for (const command of commands) {
    try {
      const { stdout } = await childProcess(command, [script]);
      return { command, availability: { version: String(JSON.parse(stdout).version) } };
    } catch (error) {
      complaints.push((error as Error).message);
    }
  }
  const missing = `no Python with gensim (${complaints.join("; ")}); WORDLOOM_PYTHON names one`;
  return { command: commands[0], availability: { missing } };
}
