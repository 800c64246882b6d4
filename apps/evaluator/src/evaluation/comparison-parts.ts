import { analogyComparisonText, paint, sentence, wordPairComparisonText } from "@wordloom/terminal";
import type { Comparison } from "./compare-vectors.js";

/** Sets a comparison as tables for people: one for each set of analogies, and one for all sets of word pairs. */
export function comparisonParts({ analogies, pairs }: Comparison, width: number): string[] {
  const part = (title: string, text: string) => `${paint("bold", sentence(title, width))}\n\n${text}`;
  return [
    ...analogies.map((each) => part(`Analogy questions: ${each.name}`, analogyComparisonText(each, width))),
    ...(pairs.length === 0 ? [] : [part("Word similarity", wordPairComparisonText(pairs, width))]),
  ];
}
