/**
 * Up to `count` words to show of a text that nobody knows beforehand: between its commonest, which stand beside
 * anything, and its rare ones, at ranks that are powers of V.
 *
 * @param words - the commonest first
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
