import { type Command, CommanderError } from "commander";
import { paint } from "../output/paint.js";
import { eraseLine } from "../output/status.js";
import { printable, printableLines } from "../text/printable.js";
import { errorMessage } from "./error-message.js";

/** The options of {@link run}. */
export interface RunOptions {
  /** The arguments after the name of the program; by default those of the process. */
  readonly args?: readonly string[];
  /**
   * Called when nobody reads stdout or stderr any more, as with `| head`; maybe more than once. By default the process ends with
   * exit code 0. A program that has work to save stops itself instead.
   */
  readonly onClosedPipe?: () => void;
}

/**
 * Runs a program as the shell expects. The exit code is 0, 1 (failed) or 2 (wrong use). An error is one line on stderr,
 * `program: message`; with `--debug` it is the stack. If a pipe closes, the program ends without an error.
 *
 * Sets `process.exitCode` and returns, so all output arrives.
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

/** The arguments of the process. `pnpm evaluate -- --top 3` passes on the `--`, which is not meant for the program; npm does not. */
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

/** The stack of an error. A line end in its message, such as one in the name of a file, is escaped. */
function stackOf({ message, stack = "" }: Error): string {
  const start = stack.indexOf(message);
  const end = start + message.length;
  if (message === "" || start < 0) return printableLines(stack);
  return `${stack.slice(0, start)}${printable(message)}${printableLines(stack.slice(end))}`;
}

/** The name of the program, with the command that the user has named: `evaluator compare`. */
function usedCommand(program: Command, args: readonly string[]): string {
  const names = program.commands.map((command) => command.name());
  const [first = ""] = args.filter((arg) => !arg.startsWith("-"));
  return names.includes(first) ? `${program.name()} ${first}` : program.name();
}
