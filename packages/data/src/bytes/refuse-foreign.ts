import { type ForeignText, foreignText } from "./foreign-text.js";

/** What errors call a text that has no name. */
export const UNNAMED = "the text";
const NO_FILES: readonly string[] = [UNNAMED, "the stream", "standard input"];

/** @throws Error, with what would make text of it, for a file that its first bytes prove to be something else */
export function refuseForeign(caller: string, source: string, head: Uint8Array): void {
  const foreign = foreignText(head);
  if (foreign !== undefined) throw new Error(`${caller}: ${source} is ${foreign.name}${wayOut(foreign, source)}`);
}

/**
 * What to do about it: `"; make text of it first: unzip -p text8.zip > text8.txt"`.
 *
 * @param source - the name of the file, for the command
 */
function wayOut({ command }: ForeignText, source: string): string {
  if (command === undefined) return "; what can be read is plain text in UTF-8";
  if (NO_FILES.includes(source)) return `; make text of it first, as ${command.split(" ")[0]} does`;
  const names: Record<string, string> = { FILE: inShell(source), TEXT: inShell(textName(source)) };
  return `; make text of it first: ${command.replace(/FILE|TEXT/g, (name) => names[name])}`;
}

/** `text.txt` for `text.tar.gz`, and another name than the file has. */
function textName(source: string): string {
  const stem = source.replace(/(\.(tar|txt))?\.\w{1,5}$/i, "");
  return `${stem === "" ? source : stem}${/\.txt$/i.test(source) ? ".utf8" : ""}.txt`;
}

/** A name as a shell takes it for one word. */
function inShell(name: string): string {
  return /^[\w./:@%+,=-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
