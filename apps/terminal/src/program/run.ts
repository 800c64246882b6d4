import { type Command, CommanderError } from "commander";
import { paint } from "../output/paint.js";
import { eraseLine } from "../output/status.js";
import { printable, printableLines } from "../text/printable.js";
import { errorMessage } from "./error-message.js";

export interface RunOptions {
  /** What the user typed after the program's name. */
  readonly args?: readonly string[];
  /**
   * What to do when nobody reads stdout or stderr any more, as in `| head`. Ends the process with exit code 0 unless
   * told otherwise; a program with work to save stops itself instead. It may be called more than once.
   */
  readonly onClosedPipe?: () => void;
}

/**
 * Runs a program as the shell expects: exit code 0, 1 (failed) or 2 (wrong use), an error as one line
 * `program: message` on stderr, its stack only with `--debug`, and a quiet end when a pipe closes.
 *
 * Sets `process.exitCode` and returns, so that output still under way arrives.
 */
export async function run(program: Command, options: RunOptions = {}): Promise<void> {
  const { args = typed(), onClosedPipe = () => process.exit(0) } = options;
  const fail = (error: unknown) => {
    process.exitCode = exitCodeOf(error);
    if (process.exitCode !== 0) process.stderr.write(`${eraseLine()}${described(program, error, args)}\n`);
  };
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") onClosedPipe();
      else fail(error);
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    fail(error);
  }
}

/** `pnpm evaluate -- --top 3` hands on the `--` as well, npm does not; neither user means it for the program. */
function typed(): readonly string[] {
  const args = process.argv.slice(2);
  return args[0] === "--" && process.env.npm_lifecycle_event !== undefined ? args.slice(1) : args;
}

function exitCodeOf(error: unknown): number {
  if (!(error instanceof CommanderError)) return 1;
  return error.exitCode === 0 ? 0 : 2;
}

function described(program: Command, error: unknown, args: readonly string[]): string {
  if (args.includes("--debug") && error instanceof Error && error.stack !== undefined) return stackOf(error);
  const name = paint("red", `${program.name()}:`, process.stderr);
  if (!(error instanceof CommanderError)) return `${name} ${printable(errorMessage(error))}`;
  const message = error.message
    .replace(/^error: /, "")
    // Commander puts its "Did you mean" on a line of its own.
    .replace(/\n(?=\(Did you mean [^\n]*$)/, " ")
    .replace(/\.$/, "");
  return `${name} ${printable(message)}; see ${usedCommand(program, args)} --help`;
}

/** What an error says may have a line end in it, of a file's name, say, that is none of the stack's. */
function stackOf({ message, stack = "" }: Error): string {
  const start = stack.indexOf(message);
  const end = start + message.length;
  if (message === "" || start < 0) return printableLines(stack);
  return `${stack.slice(0, start)}${printable(message)}${printableLines(stack.slice(end))}`;
}

/** The program, and its command if the user named one: `evaluator compare`. */
function usedCommand(program: Command, args: readonly string[]): string {
  const names = program.commands.map((command) => command.name());
  const [first = ""] = args.filter((arg) => !arg.startsWith("-"));
  return names.includes(first) ? `${program.name()} ${first}` : program.name();
}
