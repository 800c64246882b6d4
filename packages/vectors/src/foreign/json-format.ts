const LINES =
  'node -e \'for (const [word, vector] of Object.entries(JSON.parse(require("fs").readFileSync(0)))) ' +
  "console.log(word, ...vector)' < FILE > OUT";

/** What a text of JSON, or of what Python prints, is, and how its words come to be read; undefined for any other text. */
export function jsonFormat(start: string): string | undefined {
  if (!/^\s*[[{]/.test(start)) return undefined;
  if (/^\s*[[{]\s*[[(]?\s*'/.test(start)) {
    return "what Python prints of a dictionary or a list; print(word, *vector) there for each of them writes what can be read";
  }
  if (/^\s*\{[^\n]*\}\s*\n\s*\{/.test(start)) {
    return "JSON lines; what has a word and its numbers on each line, with spaces between them, can be read";
  }
  if (/^\s*\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\[\s*[-\d]/.test(start)) {
    return `JSON; what has a word and its numbers on each line can be read: ${LINES}`;
  }
  return "JSON; what has a word and its numbers on each line, with spaces between them, can be read";
}
