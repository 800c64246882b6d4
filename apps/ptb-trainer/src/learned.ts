import { bundledAnalogies } from "@wordloom/data";
import {
  type AnalogyEvaluation,
  answersText,
  type BookEvaluation,
  bookEvaluation,
  evaluateAnalogies,
} from "@wordloom/evaluation";
import type { WordVectors } from "@wordloom/vectors";

/** What the vectors know, as far as the book asks; and of the bundled corpus, the analogies planted in it. */
export interface Learned {
  readonly book: BookEvaluation;
  readonly planted?: AnalogyEvaluation;
}

export function learned(vectors: WordVectors, isBundled: boolean): Learned {
  const book = bookEvaluation(vectors);
  return isBundled ? { book, planted: evaluateAnalogies(vectors, bundledAnalogies()) } : { book };
}

/** Tables for people. */
export function learnedText({ book, planted }: Learned, width: number, heading: (text: string) => string): string {
  const analogies = Object.entries(book.analogy).map(([question, answers]) => [spoken(question), answers] as const);
  const missing = Object.entries(book.missing).map(([question, why]) => `${question}: ${why}`);
  return [
    answersText(Object.entries(book.similar), width, { heading }),
    answersText(analogies, width, { heading }),
    missing.join("\n"),
    planted === undefined ? "" : plantedText(planted),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function plantedText({ total: { correct, asked } }: AnalogyEvaluation): string {
  return `${correct.toLocaleString("en")} of the ${asked.toLocaleString("en")} analogies planted in the bundled corpus are answered right.`;
}

/** `king:man::queen` as `king : man = queen : ?` */
function spoken(question: string): string {
  const [a, b, , c] = question.split(":");
  return `${a} : ${b} = ${c} : ?`;
}
