/** Lines no longer than the width, all but the first set in; a number and its unit stay together. */
export function wrapped(text: string, width: number, indent: string = "  "): string {
  const lines: string[] = [];
  for (const word of text.split(/ (?!%|MB|GB|bytes)/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(lines.length === 0 ? word : `${indent}${word}`);
  }
  return lines.join("\n");
}
