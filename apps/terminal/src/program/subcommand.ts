import type { Command } from "commander";
import { wrongUse } from "./wrong-use.js";

/**
 * Adds a command to a program. It has `--help`, `--debug` and its own options, which come after its name. An option of the
 * program before the name is wrong use.
 *
 * @example
 * const program = command("evaluator", "Asks word vectors questions.", "1.2.3");
 * subcommand(program, "compare", "Which of two is better?").argument("<a>").argument("<b>").action(compare);
 * await run(program); // evaluator compare old.bin new.bin
 */
export function subcommand(program: Command, name: string, description: string): Command {
  program.enablePositionalOptions().helpCommand("help [command]", "show the help of a command");
  return program
    .command(name)
    .description(description)
    .option("--debug", "show where an error came from")
    .hook("preAction", () => {
      const stray = program.options.find(
        (option) =>
          option.attributeName() !== "debug" && program.getOptionValueSource(option.attributeName()) === "cli",
      );
      if (stray !== undefined) {
        throw wrongUse(`${stray.long} comes before ${name}; the options of a command come after its name`);
      }
    });
}
