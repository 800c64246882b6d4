/**
 * What an error says, without the name of the function that threw it: that says nothing to whoever runs a program.
 *
 * @example
 * errorMessage(new Error("writeVectors: cannot write a.bin: no space left")); // "cannot write a.bin: no space left"
 */
export function errorMessage(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/^[a-z]\w*: /, "");
}
