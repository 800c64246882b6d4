/** In what two spellings of a word differ that are the same to most readers, from what cannot be seen to what can. */
export const spellingDifferences = ["normalization", "invisible", "compatibility", "punctuation", "capitals"] as const;
/**
 * In what two spellings of a word differ that are the same to most readers, from what cannot be seen to what can:
 * `"normalization"`, `"invisible"` characters, `"compatibility"` forms such as full width, `"punctuation"`,
 * `"capitals"`.
 */
export type SpellingDifference = (typeof spellingDifferences)[number];

/** What makes such spellings equal, each after all before it. */
const folds: Record<SpellingDifference, (text: string) => string> = {
  normalization: (text) => text.normalize("NFC"),
  invisible: (text) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, "").normalize("NFC"),
  // Full width, ligatures, half-width katakana, and blanks other than the space.
  compatibility: (text) => text.normalize("NFKC"),
  punctuation: (text) =>
    text
      .replace(/[‘’‚‛′`´ʼ]/g, "'")
      .replace(/[“”„‟″«»]/g, '"')
      .replace(/[‐‑‒–—―−]/g, "-"),
  capitals: inLowerCase,
};

/**
 * A text in a form that it shares with all spellings that differ from it in no more than a {@link SpellingDifference}.
 *
 * @example
 * foldedSpelling("Ｃafe\u0301") // "café"
 */
export function foldedSpelling(text: string): string {
  // Nearly all words of most vocabularies.
  if (/^[\x20-\x5f\x61-\x7e]*$/.test(text)) return text.toLowerCase();
  // Syllables of Korean, ideographs and kana have no other form.
  if (/^[\uac00-\ud7a3\u4e00-\u9fff\u3041-\u3096\u30a1-\u30fa]*$/.test(text)) return text;
  return spellingDifferences.reduce((folded, difference) => folds[difference](folded), text);
}

/** What it takes at least to make two spellings equal; undefined if they are more than spellings of one word. */
export function spellingDifference(a: string, b: string): SpellingDifference | undefined {
  let [left, right] = [a, b];
  for (const difference of spellingDifferences) {
    [left, right] = [folds[difference](left), folds[difference](right)];
    if (left === right) return difference;
  }
  return undefined;
}

/**
 * By the capitals of all scripts, ß as ss, and Turkish İ and ı as i: who asks for them may have lost the dot on the
 * way.
 */
function inLowerCase(text: string): string {
  return text
    .toUpperCase()
    .toLowerCase()
    .normalize("NFC")
    .replace(/i\u0307/g, "i");
}
