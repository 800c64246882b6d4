import { CommanderError } from "commander";

/**
 * Makes the error to throw if the command line itself is wrong. {@link run} then ends with exit code 2, not 1.
 *
 * @example
 * throw wrongUse("--negatives has no meaning with --model one-hot");
 */
export function wrongUse(message: string): CommanderError {
  return new CommanderError(2, "wordloom.wrongUse", message);
}
