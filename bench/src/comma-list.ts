import { wrongUse } from "@wordloom/terminal";

/**
 * Parses the value of an option that is a list: its items have commas between them, and are parsed each, or are among some
 * names.
 */
export function commaList<T extends string | number>(
  items: { readonly each: (text: string) => T } | { readonly among: readonly T[] },
): (text: string) => readonly T[] {
  return (text) =>
    text
      .split(",")
      .map((item) => item.trim())
      .map((item) => ("each" in items ? items.each(item) : nameAmong(item, items.among)));
}

function nameAmong<T>(item: string, names: readonly T[]): T {
  const name = names.find((each) => String(each) === item);
  if (name === undefined) throw wrongUse(`there is no "${item}"; known are ${names.join(", ")}`);
  return name;
}
