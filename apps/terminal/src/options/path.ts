import { InvalidArgumentError } from "commander";

/**
 * Parses the value of an option, or an argument, that is a path: any text but none, which an unset variable of the shell
 * leaves, and which Node would take for the working folder.
 *
 * @example
 * program.option("--out <folder>", "where the run is saved", path);
 * // --out "" → …argument '' is invalid. It must be a path; is a variable of the shell empty?
 */
export function path(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("It must be a path; is a variable of the shell empty?");
}
