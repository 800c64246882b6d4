/**
 * Finds the words that a typed text may mean: first the word itself, then words that begin with the text, then words that
 * contain it, each group in the order of the list. Capitals and accents make no difference, but an exact match comes first.
 *
 * @param most - the most words to find
 * @returns the row numbers of the words
 */
export function findWords(words: readonly string[], typed: string, most: number): number[] {
  const wanted = folded(typed.trim());
  if (wanted === "") return [];
  const exact: number[] = [];
  const same: number[] = [];
  const starting: number[] = [];
  const holding: number[] = [];
  for (const [row, word] of words.entries()) {
    const name = folded(word);
    if (word === typed.trim()) exact.push(row);
    else if (name === wanted) same.push(row);
    else if (name.startsWith(wanted)) starting.push(row);
    else if (name.includes(wanted)) holding.push(row);
  }
  return [...exact, ...same, ...starting, ...holding].slice(0, most);
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
