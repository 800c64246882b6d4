const SENTENCE = 8;
const NUMBER = /^"?[-+]?\d+([.,]\d+)?"?$/;

/** Whether a text is prose: some line has as many words as a sentence, and no line is two words and a number. */
export function isProse(text: string): boolean {
  const lines = linesOf(text);
  return (
    lines.some((line) => !line.includes("\t") && line.split(/ +/).length >= SENTENCE) &&
    !lines.some((line) => isPair(line, (cells) => cells === 3))
  );
}

/** Whether any line could be a pair of words with a number behind it. */
export function hasPairs(text: string): boolean {
  return linesOf(text).some((line) => isPair(line, (cells) => cells >= 3));
}

function isPair(line: string, isEnough: (cells: number) => boolean): boolean {
  return [/\t/, /;/, /,/, / +/].some((separator) => {
    const cells = line.split(separator);
    return isEnough(cells.length) && cells.slice(2).some((cell) => NUMBER.test(cell.trim()));
  });
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim());
}
