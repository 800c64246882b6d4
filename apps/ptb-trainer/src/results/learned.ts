import { bundledAnalogies } from "@wordloom/data";
import { type AnalogyEvaluation, type BookEvaluation, bookEvaluation, evaluateAnalogies } from "@wordloom/evaluation";
import { answersText, questionParts, sentence, whole } from "@wordloom/terminal";
import { mostSimilar, type WordVectors } from "@wordloom/vectors";
import type { Settings } from "../settings/settings.js";
import type { TrainingText } from "../text/training-text.js";
import { trainedVectors } from "./trained-vectors.js";
import { typicalWords } from "./typical-words.js";

/** What a run has learned: the answers to the book's questions. */
export interface Learned {
  /** If the user's text lacks a word of the book's, one of its own words stands in its place. */
  readonly answers: BookEvaluation;
  /** Whether the text is the user's. */
  readonly isOwn: boolean;
  /** The score on the analogies that are planted in the bundled corpus; absent for other texts. */
  readonly planted?: AnalogyEvaluation;
}

/** The book shows the neighbours of this many words. */
const SHOWN = 4;

/** Asks vectors the book's questions. */
export function learned(
  allVectors: WordVectors,
  { isBundled, isOwn, train }: Pick<TrainingText, "isBundled" | "isOwn" | "train">,
  settings: Settings,
): Learned {
  const vectors = trainedVectors(allVectors, train, settings);
  const book = bookEvaluation(vectors);
  if (isBundled) return { answers: book, isOwn, planted: evaluateAnalogies(vectors, bundledAnalogies()) };
  if (!isOwn) return { answers: book, isOwn };
  const others = typicalWords(vectors.words, SHOWN - Object.keys(book.similar).length);
  const similar = others.map((word) => [word, mostSimilar(vectors, word, { top: 5 })] as const);
  return { answers: { ...book, similar: { ...book.similar, ...Object.fromEntries(similar) } }, isOwn };
}

/** Sets what was learned as tables for people. */
export function learnedText(
  { answers, isOwn, planted }: Learned,
  width: number,
  heading: (text: string) => string,
): string {
  const analogies = Object.entries(answers.analogy).map(
    ([question, words]) => [questionText(question), words] as const,
  );
  const missing = Object.entries(answers.missing);
  return [
    answersText(Object.entries(answers.similar), width, { heading }),
    answersText(analogies, width, { heading }),
    (isOwn ? lackingText(missing.map(([question]) => question)) : missing.map((each) => each.join(": ")))
      .map((line) => sentence(line, width, "    "))
      .join("\n"),
    planted === undefined ? "" : sentence(plantedText(planted), width),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function lackingText(questions: readonly string[]): string[] {
  return questions.length === 0 ? [] : [`Of the book's questions, the text lacks words of ${questions.join(", ")}.`];
}

function plantedText({ total: { correct, asked } }: AnalogyEvaluation): string {
  return `${whole(correct)} of the ${whole(asked)} analogies planted in the bundled corpus are answered right.`;
}

/** `king:man::queen` as `king : man = queen : ?`; the book's words have no colons in them. */
function questionText(question: string): string {
  const [a, b, , c] = question.split(":");
  return questionParts([a, b, c]).join("");
}
