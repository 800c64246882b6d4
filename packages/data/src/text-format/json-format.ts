import type { FormatGuess } from "./format-guess.js";

/** JSON lines, or the beginning of one JSON document. */
export function jsonFormat(head: string, lines: readonly string[]): FormatGuess | undefined {
  if (lines.length > 0 && lines.every(isRecord)) {
    if (lines.length > 1) return { name: "JSON lines", why: "each line is a JSON value" };
    return { name: "JSON", why: "it is a JSON value" };
  }
  // Of a document only the beginning is here: an object's first key, or an array of objects, of several strings, of arrays of
  // several values. Links of a wiki and of Markdown begin with brackets, too.
  const begins =
    /^\s*(\{\s*"(?:[^"\\]|\\.)*"\s*:|\[\s*(?:\{\s*"|(?:\[\s*)?(?:"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*)\s*,\s*["\d[{-]))/.exec(
      head,
    );
  if (begins === null) return undefined;
  return { name: "JSON", why: `it begins with ${begins[0].replace(/\s+/g, " ").trim().slice(0, 20)}` };
}

/** A JSON object, or an array with something in it; of a bracket alone, or a number in brackets, texts may consist, too. */
function isRecord(line: string): boolean {
  if (!/^(\{\s*"|\{\s*\}|\[\s*["{[\d-])/.test(line)) return false;
  try {
    const value: unknown = JSON.parse(line);
    return !Array.isArray(value) || value.length > 1 || typeof value[0] !== "number";
  } catch {
    return false;
  }
}
