import { exec } from "node:child_process";
import { promisify } from "node:util";

export interface CommandOptions {
  readonly folder: string;
  /** Added to those of this process; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Seconds after which the command is ended. Default 300, ten times what the slowest takes. */
  readonly limit?: number;
}

/**
 * What a command prints. It goes through a shell, for on Windows npm and npx are scripts.
 *
 * @throws Error with the command, and as its cause all that it said
 */
export async function said(command: string, { folder, env = {}, limit = 300 }: CommandOptions): Promise<string> {
  try {
    const { stdout } = await promisify(exec)(command, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1", ...env },
      maxBuffer: 2 ** 26,
      timeout: 1000 * limit,
    });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = "", killed } = error as { stdout?: string; stderr?: string; killed?: boolean };
    const all = `${stdout}${stderr}`.trim();
    const why = killed === true ? `it was not done after ${limit} s` : telling(all);
    throw new Error(`\`${command}\` failed: ${why}`, { cause: all });
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
