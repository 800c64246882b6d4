/** The flag for each option of the library. The value is JSON. */
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
 * Rewrites a message of `@wordloom/vectors` for the command line. In the library's messages an option stands in braces, as
 * `{ limit: 5 }`; it becomes a flag.
 *
 * @example
 * inFlags("was it cut off? { limit: 5 } reads those that are there") // "was it cut off? --limit 5 reads those that are there"
 */
export function inFlags(message: string): string {
  return message.replace(/\{ (\w+): ("(?:[^"\\]|\\.)*"|\w+) \}/g, (option, name: string, value: string) => {
    return Object.hasOwn(FLAGS, name) ? FLAGS[name](value) : option;
  });
}
