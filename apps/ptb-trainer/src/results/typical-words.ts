/**
 * Chooses up to `count` words to show of an unknown text. The commonest words stand beside anything, and rare words are badly
 * trained. So the words are from between them, at the ranks `V^0.6`, `V^0.65` and so on.
 *
 * @param words - all V words, the commonest first
 *
 * @example
 * typicalWords(vocabulary.words, 2) // ["aristotle", "animals"], of 13,734 words
 */
export function typicalWords(words: readonly string[], count: number): string[] {
  const chosen = new Set<string>();
  for (let exponent = 0.6; exponent < 1 && chosen.size < count; exponent += 0.05) {
    const rank = Math.floor(words.length ** exponent);
    // No punctuation, no <eos>.
    const word = words.slice(rank).find((each) => /^[^<]*[\p{L}\p{N}]/u.test(each) && !chosen.has(each));
    if (word !== undefined) chosen.add(word);
  }
  return [...chosen];
}
