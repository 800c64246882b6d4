/** Writes a result, and a newline, to stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
