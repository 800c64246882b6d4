import { spawn } from "node:child_process";

/** What a process wrote, and when. */
export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  /** Pieces of stdout and stderr with the time at which they came, in seconds. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly seconds: number;
  readonly text: string;
}

/**
 * Runs a program to its end.
 *
 * @param environment - variables for it, beside those of this process
 * @throws Error if it can't be started or fails, with the last line that it wrote
 */
export function childProcess(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...environment } });
    const pieces: Piece[] = [];
    const out = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        out[stream] += text;
        pieces.push({ seconds: performance.now() / 1000, text });
      });
    }
    child.on("error", (error) => reject(new Error(`${command} can't be started (${error.message})`)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve({ ...out, pieces });
      else
        reject(new Error(`${command} ended with ${signal ?? `code ${code}`}: ${lastLine(out.stderr || out.stdout)}`));
    });
  });
}

function lastLine(text: string): string {
  return (
    text
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1)
      ?.trim() || "it said nothing"
  );
}
