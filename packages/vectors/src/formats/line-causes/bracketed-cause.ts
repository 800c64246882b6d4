import { commandLine, isRow, tokensOf } from "./cells.js";

/** Numbers in brackets, as Python and NumPy print lists and arrays. */
export function bracketedCause([line = "", next = ""]: readonly string[]): string | undefined {
  if (!isRow(["", ...tokensOf(line.replace(/[[\](),]/g, " ")).slice(1)])) return undefined;
  const [opens, closes] = [/[[(]/.test(line), /[\])]/.test(line)];
  if ((opens && !closes && next !== "") || (closes && !opens)) {
    return "its numbers are an array as NumPy prints it, over several lines; numpy.savetxt writes each to one";
  }
  if (!opens || !closes) return undefined;
  const [, mark] = /^\s*(["']).*\1\s*:\s*[[(]/.exec(line) ?? [];
  if (mark !== undefined) {
    const script = `s/^ *${mark}//; s/${mark} *: *[[(]/ /; s/[])].*//`;
    const sed = mark === "'" ? `sed "${script}"` : `sed '${script}'`;
    return `its numbers stand in brackets, its words in quotes before a colon; what has none can be read: ${commandLine([sed, "tr ',' ' '"])}`;
  }
  const round = line.includes("(") ? "()" : "";
  const step = line.includes(",") ? `tr '[]${round},' ' '` : `tr -d '[]${round}'`;
  return `its numbers stand in brackets; what has none can be read: ${commandLine([step])}`;
}
