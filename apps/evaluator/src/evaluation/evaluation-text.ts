import {
  analogyScoresText,
  answersText,
  paint,
  questionParts,
  sentence,
  terminalWidth,
  wordPairScoresText,
} from "@wordloom/terminal";
import type { ReadingNote } from "@wordloom/vectors";
import { analogyWords } from "../words/analogy-words.js";
import type { Evaluation } from "./answer-questions.js";

/** Sets an evaluation as tables for people, as wide as the terminal, with titles in colour. */
export function evaluationText({ similar, analogy, missing = {}, analogies, pairs }: Evaluation): string {
  const width = terminalWidth();
  const heading = (text: string) => paint("cyan", text);
  const parts: string[] = [];
  const part = (title: string, text: string) => {
    if (text !== "") parts.push(`${paint("bold", sentence(title, width))}\n\n${text}`);
  };
  part("Neighbours, by cosine", answersText(Object.entries(similar ?? {}), width, { heading }));
  const lists = Object.entries(analogy ?? {}).map(
    ([question, answers]) => [questionParts(analogyWords(question).words).join(""), answers] as const,
  );
  part("Analogies, by cosine", answersText(lists, width, { heading }));
  part(
    "Not answered",
    Object.entries(missing)
      .map(([question, reason]) => sentence(`${question}: ${reason}`, width, "    "))
      .join("\n"),
  );
  const notesText = (notes: readonly ReadingNote[] = []) =>
    notes.map(({ message }) => `\n${sentence(`Note: ${message}.`, width)}`).join("");
  for (const each of analogies ?? [])
    part(`Analogy questions: ${each.name}`, analogyScoresText(each, width) + notesText(each.notes));
  if (pairs !== undefined) {
    const notes = pairs.sections.flatMap(({ name, notes = [] }) =>
      notes.map((note) => ({ ...note, message: `of ${name}, ${note.message}` })),
    );
    part("Word similarity", wordPairScoresText(pairs.sections, width) + notesText(notes));
  }
  return parts.join("\n\n");
}
