import { Command } from "commander";

/**
 * Makes a commander `Command` with the options that every app has: `--help`, `--version` and `--debug`. It throws its errors;
 * {@link run} shows them.
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
