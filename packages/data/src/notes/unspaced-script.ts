import { requireVocabulary, type Vocabulary } from "../vocabulary/vocabulary.js";

/** Scripts that put no space between words, and what people call what is written in them. */
const SCRIPTS = [
  // Kana first: Japanese has Han as well.
  ["Japanese", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["Chinese", /\p{Script=Han}/u],
  ["Thai", /\p{Script=Thai}/u],
  ["Lao", /\p{Script=Lao}/u],
  ["Khmer", /\p{Script=Khmer}/u],
  ["Burmese", /\p{Script=Myanmar}/u],
] as const;

/** A token longer than this on average is no word: of texts with spaces, the mean is 2 to 6. */
const LONGEST_MEAN = 10;

/** What {@link unspacedScript} finds: a text in a script without spaces between words. */
export interface UnspacedScript {
  /** What people call the language: `"Japanese"`. */
  readonly name: string;
  /** The mean number of characters between two spaces, rounded. */
  readonly meanLength: number;
}

/**
 * Finds out whether most of a text is in a script without spaces between words, such as Chinese, and was not split into words.
 * The tokens are then clauses or whole lines.
 *
 * @returns undefined if the text has spaces between its words
 */
export function unspacedScript(vocabulary: Vocabulary): UnspacedScript | undefined {
  requireVocabulary("unspacedScript", vocabulary);
  const { words, counts } = vocabulary;
  const found = SCRIPTS.map(() => ({ tokens: 0, characters: 0 }));
  let tokens = 0;
  for (let id = 0; id < words.length; id++) {
    if (words[id] === "<eos>" || !/\p{L}/u.test(words[id])) continue;
    tokens += counts[id];
    const script = SCRIPTS.findIndex(([, pattern]) => pattern.test(words[id]));
    if (script < 0) continue;
    found[script].tokens += counts[id];
    found[script].characters += counts[id] * [...words[id]].length;
  }
  const unspaced = found.reduce((sum, each) => sum + each.tokens, 0);
  if (unspaced <= tokens / 2 || unspaced === 0) return undefined;
  const meanLength = found.reduce((sum, each) => sum + each.characters, 0) / unspaced;
  if (meanLength <= LONGEST_MEAN) return undefined;
  const [japanese] = found;
  // A Japanese text has clauses without any kana; a Chinese one hardly a kana.
  const most =
    japanese.tokens > unspaced / 4
      ? 0
      : found.findIndex(({ tokens: n }) => n === Math.max(...found.map((each) => each.tokens)));
  return { name: SCRIPTS[most][0], meanLength: Math.round(meanLength) };
}
