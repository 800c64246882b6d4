import { CommanderError } from "commander";

/**
 * The error to throw where the command line itself makes no sense: {@link run} ends with exit code 2, not 1.
 *
 * @example
 * throw wrongUse("--negatives has no meaning with --model one-hot");
 */
export function wrongUse(message: string): CommanderError {
  return new CommanderError(2, "wordloom.wrongUse", message);
}
