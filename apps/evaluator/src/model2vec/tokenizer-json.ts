/** How texts become words of a vocabulary. */
export interface WordTokenizer {
  /** The file `tokenizer.json`, as the `tokenizers` library reads it. */
  readonly json: string;
  /** The same in a sentence. */
  readonly rule: string;
  /** Words that no text becomes. */
  readonly unreachable: number;
}

/** So many words of a thousand may be lost to a rule that suits the others. */
const TOLERATED = 1 / 1000;
const NOT_IN_WORDS = "[^\\p{L}\\p{M}\\p{N}_]+";

/**
 * A tokenizer for a vocabulary of whole words, by the rules that its words suggest: texts are put in lower case if the
 * words are, and cut at all but letters and digits if the words hold nothing else, otherwise at white space.
 *
 * @param words - different strings, of which `unknown` is the one for all others
 * @throws RangeError for a word that is not in Unicode: JSON cannot be read back with it
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
  // An object would put words that are numbers first, and make something else of __proto__.
  const vocab = words.map((word, id) => `${JSON.stringify(word)}:${id}`).join(",");
  const model = `{"type":"WordLevel","vocab":{${vocab}},"unk_token":${JSON.stringify(unknown)}}`;
  return {
    json: `${JSON.stringify(tokenizer).slice(0, -1)},"model":${model}}\n`,
    rule: `${isLower ? "put in lower case and " : ""}cut at ${isPlain ? "all but letters and digits" : "white space"}`,
    unreachable: others.reduce((sum, word) => sum + Number(!comesBack(word)), 0),
  };
}
