import { analogyScoresText, answersText, wordPairScoresText } from "@wordloom/evaluation";
import { paint, terminalWidth } from "@wordloom/terminal";
import { analogyWords } from "./analogy-words.js";
import type { Evaluation } from "./answer-questions.js";

/** An evaluation for people: tables as wide as the terminal, titles in colour. */
export function evaluationText({ similar, analogy, missing = {}, analogies, pairs }: Evaluation): string {
  const width = terminalWidth();
  const heading = (text: string) => paint("cyan", text);
  const parts: string[] = [];
  const part = (title: string, text: string) => {
    if (text !== "") parts.push(`${paint("bold", title)}\n\n${text}`);
  };
  part("Neighbours, by cosine", answersText(Object.entries(similar ?? {}), width, { heading }));
  const lists = Object.entries(analogy ?? {}).map(([question, answers]) => [spelledOut(question), answers] as const);
  part("Analogies, by cosine", answersText(lists, width, { heading }));
  part(
    "Not answered",
    Object.entries(missing)
      .map(([question, reason]) => wrapped(`${question}: ${reason}`, width))
      .join("\n"),
  );
  for (const each of analogies ?? []) part(`Analogy questions: ${each.name}`, analogyScoresText(each, width));
  if (pairs !== undefined) part("Word similarity", wordPairScoresText(pairs.sections, width));
  return parts.join("\n\n");
}

/** Lines no longer than the width, all but the first set in. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(lines.length === 0 ? word : `    ${word}`);
  }
  return lines.join("\n");
}

/** `king:man::queen` as `king : man = queen : ?`. */
function spelledOut(question: string): string {
  const [a, b, c] = analogyWords(question).words;
  return `${a} : ${b} = ${c} : ?`;
}
