import { tableRows } from "./table-rows.js";

type QuestionSeparator = "," | ";";

/** The words of a line in Google's format. */
export function blankParted(line: string): readonly string[] {
  return line.split(/[ \t]+/).filter((token) => token !== "");
}

/** The words of a line of CSV, without their quotes. */
export function partedBy(line: string, separator: QuestionSeparator): readonly string[] {
  return tableRows(line, separator)[0]?.cells ?? [];
}

/** What parts every question into four words where blanks don't; undefined for blanks. */
export function questionSeparator(lines: readonly string[]): QuestionSeparator | undefined {
  const questions = lines.filter((line) => line.trim() !== "" && !line.trimStart().startsWith(":"));
  return ([",", ";"] as const).find((separator) => {
    const isParted = (line: string) => {
      const words = line.includes(separator) ? partedBy(line, separator) : [];
      return words.length === 4 && !words.includes("");
    };
    // As well as "king, queen, man, woman" a line may be "10,000,000,000 b c d".
    const isPlain = (line: string) => {
      const words = blankParted(line);
      return words.length === 4 && !words.slice(0, 3).every((word) => word.endsWith(separator));
    };
    return questions.length > 0 && questions.every(isParted) && !questions.every(isPlain);
  });
}
