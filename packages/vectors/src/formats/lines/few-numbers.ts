import type { OnNote } from "../../messages/reading-note.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import type { VectorsFormat } from "../format.js";

/** Rows of text that are so short are likely something else than vectors. */
const FEW = 2;

/** Notes that a text has one number for each word, or two that are whole, and may be a list of scores, counts or ids. */
export function noteFewNumbers(
  { dimension: D, data }: WordVectors,
  format: VectorsFormat,
  onNote: OnNote | undefined,
): void {
  if (onNote === undefined || D > FEW) return;
  const areWhole = data.every(Number.isInteger);
  if (D > 1 && !areWhole) return;
  const numbers = D === 1 ? `one number${areWhole ? ", all of them whole" : ""}` : "two numbers, all of them whole";
  onNote({
    kind: "few-numbers",
    message:
      `each word has ${numbers}, and they were taken for vectors; are they counts, classes or scores? ` +
      `{ format: "${format}" } says that they are vectors`,
  });
}
