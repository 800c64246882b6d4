import { InvalidArgumentError } from "commander";

/**
 * Parses the value of an option, or an argument, that is a path. An empty text is refused: an unset variable of the shell gives
 * it, and Node would take it for the working folder.
 *
 * @throws InvalidArgumentError if the text is empty
 *
 * @example
 * program.option("--out <folder>", "where the run is saved", path);
 * // --out "" → …argument '' is invalid. It must be a path; is a variable of the shell empty?
 */
export function path(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("It must be a path; is a variable of the shell empty?");
}
