import { exec } from "node:child_process";
import { promisify } from "node:util";

export interface CommandOptions {
  readonly folder: string;
  /** Added to those of this process; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * What a command prints. It goes through a shell, for on Windows npm and npx are scripts.
 *
 * @throws Error with the command, and as its cause all that it said
 */
export async function said(command: string, { folder, env = {} }: CommandOptions): Promise<string> {
  try {
    const { stdout } = await promisify(exec)(command, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1", ...env },
      maxBuffer: 2 ** 26,
    });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    const all = `${stdout}${stderr}`.trim();
    throw new Error(`\`${command}\` failed: ${telling(all)}`, { cause: all });
  }
}

/** The line that most likely says why: that of an exception, then one that speaks of an error, then the last. */
function telling(all: string): string {
  const lines = all.split("\n").map((line) => line.trim());
  const kinds = [/^(\w*Error( \[\w+\])?|npm error(?! code)|\w* ?ERR_\w+):? /, /error/i, /./];
  return (
    kinds.map((kind) => lines.findLast((line) => kind.test(line))).find((line) => line !== undefined) ??
    "it said nothing"
  );
}
