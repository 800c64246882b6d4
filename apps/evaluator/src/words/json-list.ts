/**
 * Reads the words of a JSON list such as `["10,000", "New York"]`; undefined for any other text.
 *
 * @example
 * jsonList('["a", "b"]') // ["a", "b"]
 * jsonList("[UNK]") // undefined
 */
export function jsonList(text: string): string[] | undefined {
  if (!/^\s*\[.*\]\s*$/s.test(text)) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((each) => typeof each === "string") ? list : undefined;
  } catch {
    // A word in brackets, such as [UNK], is not a list.
    return undefined;
  }
}
