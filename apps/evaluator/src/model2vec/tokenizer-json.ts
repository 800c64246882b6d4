/** A tokenizer for a vocabulary of whole words. */
export interface WordTokenizer {
  /** The file `tokenizer.json` for the `tokenizers` library. */
  readonly json: string;
  /** Says how texts are cut into words. */
  readonly rule: string;
  /** How many words cannot come from any text. */
  readonly unreachable: number;
}

/** A rule is used if at most this share of the words does not fit it. */
const TOLERATED = 1 / 1000;
const NOT_IN_WORDS = "[^\\p{L}\\p{M}\\p{N}_]+";

/**
 * Makes a tokenizer for a vocabulary of whole words. The words decide the rules. Texts are put in lower case if the words are.
 * They are cut at everything except letters and digits if words hold nothing else, and otherwise at white space.
 *
 * @param words - different strings
 * @param unknown - the word that stands for all unknown words
 * @throws RangeError if a word is not UTF-8, because JSON cannot hold it
 * @see https://huggingface.co/docs/tokenizers
 */
export function wordTokenizer(words: readonly string[], unknown: string): WordTokenizer {
  const stray = words.findIndex((word) => /\p{Surrogate}/u.test(word));
  if (stray >= 0) {
    throw new RangeError(
      `wordTokenizer: the word of row ${stray}, ${JSON.stringify(words[stray])}, is not UTF-8; tokenizer.json cannot hold it`,
    );
  }
  const others = words.filter((word) => word !== unknown);
  const suits = (rule: (word: string) => boolean) =>
    others.reduce((sum, word) => sum + Number(rule(word)), 0) >= (1 - TOLERATED) * others.length;
  const isLower = suits((word) => word === word.toLowerCase());
  const isPlain = suits((word) => /^[\p{L}\p{M}\p{N}_]+$/u.test(word));
  const comesBack = (word: string) => {
    const text = isLower ? word.toLowerCase() : word;
    const tokens = text.split(isPlain ? new RegExp(NOT_IN_WORDS, "u") : /\s+/).filter((token) => token !== "");
    return tokens.length === 1 && tokens[0] === word;
  };
  const tokenizer = {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: isLower ? { type: "Lowercase" } : null,
    pre_tokenizer: isPlain
      ? { type: "Split", pattern: { Regex: NOT_IN_WORDS }, behavior: "Removed", invert: false }
      : { type: "WhitespaceSplit" },
    post_processor: null,
    decoder: null,
  };
  // An object would sort words that are numbers to the front, and would not keep __proto__.
  const vocab = words.map((word, id) => `${JSON.stringify(word)}:${id}`).join(",");
  const model = `{"type":"WordLevel","vocab":{${vocab}},"unk_token":${JSON.stringify(unknown)}}`;
  return {
    json: `${JSON.stringify(tokenizer).slice(0, -1)},"model":${model}}\n`,
    rule: `${isLower ? "put in lower case and " : ""}cut at ${isPlain ? "everything except letters and digits" : "white space"}`,
    unreachable: others.reduce((sum, word) => sum + Number(!comesBack(word)), 0),
  };
}
