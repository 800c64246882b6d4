/** How the command line says an option of the library; the value is as JSON has it. */
const FLAGS: Readonly<Record<string, (value: string) => string>> = {
  limit: (value) => `--limit ${value}`,
  duplicates: (value) => (value === '"skip"' ? "--skip-duplicates" : "no --skip-duplicates"),
  format: (value) => `--from ${value.replaceAll('"', "")}`,
  tensor: (value) => `--tensor ${value}`,
  list: (value) => `--list ${value}`,
  unproven: () => "--trust",
  listHeader: (value) => `--list-header ${value === "true" ? "yes" : "no"}`,
  listColumn: (value) => `--list-column ${value.replaceAll('"', "")}`,
};

/**
 * A message of `@wordloom/vectors` with its options as the command line has them. There an option stands as in a program,
 * `{ limit: 5 }`, so that it can be told from all else.
 *
 * @example
 * inFlags("was it cut off? { limit: 5 } reads those that are there") // "was it cut off? --limit 5 reads those that are there"
 */
export function inFlags(message: string): string {
  return message.replace(/\{ (\w+): ("(?:[^"\\]|\\.)*"|\w+) \}/g, (option, name: string, value: string) => {
    return Object.hasOwn(FLAGS, name) ? FLAGS[name](value) : option;
  });
}
