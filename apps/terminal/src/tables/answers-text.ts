import type { Neighbour } from "@wordloom/vectors";
import { displayWidth, fitted } from "../text/display-width.js";
import { printableWord } from "../text/printable.js";

/** The options of {@link answersText}. */
export interface AnswersTextOptions {
  /** Changes a heading without changing its width, such as by colour. */
  readonly heading?: (text: string) => string;
}

const GAP = 4;
const DIGITS = 4;
/** The width of `-0.1234` with two spaces before it. */
const NUMBER_WIDTH = DIGITS + 5;

/**
 * Sets lists of answers as text: each list under its question, as many side by side as the width allows, with aligned numbers.
 *
 * @param lists - questions with their answers, in the order in which to show them
 * @param width - columns of the terminal; no line is longer
 *
 * @example
 * answersText([["year", [{ word: "month", similarity: 0.81 }, { word: "week", similarity: 0.7 }]]], 80)
 * // year
 * //   month   0.8100
 * //   week    0.7000
 */
export function answersText(
  lists: Iterable<readonly [question: string, answers: readonly Neighbour[]]>,
  width: number,
  { heading = (text) => text }: AnswersTextOptions = {},
): string {
  const blocks = [...lists].map(([question, answers]) => ({
    question: question === "" ? "" : printableWord(question),
    answers: answers.map(({ word, similarity }) => ({ word: printableWord(word), similarity })),
  }));
  const longest = blocks.map(({ question, answers }) =>
    Math.max(displayWidth(question), ...answers.map(({ word }) => 2 + displayWidth(word) + NUMBER_WIDTH)),
  );
  const column = Math.max(1 + NUMBER_WIDTH, Math.min(width, Math.max(0, ...longest)));
  const fitting = Math.max(1, Math.floor((width + GAP) / (column + GAP)));
  // Four lists where three would fit look better as two and two.
  const columns = Math.ceil(blocks.length / Math.ceil(blocks.length / fitting));

  const bands: string[] = [];
  for (let first = 0; first < blocks.length; first += columns) {
    const band = blocks.slice(first, first + columns);
    const rows = Math.max(...band.map(({ answers }) => answers.length));
    const lines = [band.map(({ question }) => heading(fitted(question, column)))];
    for (let row = 0; row < rows; row++)
      lines.push(band.map(({ answers }) => fitted(answerLine(answers[row], column), column)));
    bands.push(lines.map((cells) => cells.join(" ".repeat(GAP)).trimEnd()).join("\n"));
  }
  return bands.join("\n\n");
}

function answerLine(answer: Neighbour | undefined, column: number): string {
  if (answer === undefined) return "";
  const number = answer.similarity.toFixed(DIGITS).padStart(NUMBER_WIDTH);
  return `  ${fitted(answer.word, Math.max(1, column - 2 - NUMBER_WIDTH))}${number}`;
}
