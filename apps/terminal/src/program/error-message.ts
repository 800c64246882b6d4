/**
 * Gives the message of an error without the name of the function that threw it, which means nothing to the user of a program.
 *
 * @example
 * errorMessage(new Error("writeVectors: cannot write a.bin: no space left")); // "cannot write a.bin: no space left"
 */
export function errorMessage(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/^[a-z]\w*: /, "");
}
