const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;
const NO_NUMBER = /^[-+]?(nan|inf(inity)?)$/i;

/** Whether a text is a decimal number, or what programs print for NaN and infinity. */
export function isNumber(text: string): boolean {
  return NUMBER.test(text) || NO_NUMBER.test(text);
}

export function isWhole(text: string): boolean {
  return /^[-+]?\d+$/.test(text);
}

/** What stands between white space. */
export function tokensOf(line: string): string[] {
  return line.split(/[ \t\r]+/).filter((token) => token !== "");
}

/** How many tokens at the end are numbers. */
export function trailingNumbers(tokens: readonly string[]): number {
  return tokens.length - 1 - tokens.findLastIndex((token) => !isNumber(token));
}

/** Whether it is a word, whatever it is, and numbers. */
export function isRow(tokens: readonly string[]): boolean {
  return tokens.length >= 2 && trailingNumbers(tokens) >= tokens.length - 1;
}

/** A chain of commands that reads a file and writes another. */
export function commandLine(steps: readonly string[]): string {
  const [first, ...rest] = steps;
  return `${[first.startsWith("tr ") ? `${first} < FILE` : `${first} FILE`, ...rest].join(" | ")} > OUT`;
}
