import { Command } from "commander";

/**
 * A commander `Command` with what every app has: `--help`, `--version`, `--debug`, and errors that are thrown for
 * {@link run} to show rather than printed here.
 *
 * @example
 * const program = command("evaluator", "Asks word vectors questions.", "1.2.3")
 *   .argument("<vectors>", "a vectors file")
 *   .option("--top <n>", "answers to each question", wholeNumber(), 10)
 *   .action(async (vectors, { top }) => print(`${top} answers from ${vectors}`));
 * await run(program);
 */
export function command(name: string, description: string, version: string): Command {
  return new Command(name)
    .description(description)
    .version(version, "-V, --version", "show the version")
    .helpOption("-h, --help", "show this help")
    .option("--debug", "show where an error came from")
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
}
