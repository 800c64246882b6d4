import { isRecord, parsedJson } from "./json.js";
import type { WordList } from "./word-list.js";

/**
 * The words of a `tokenizer.json`, as it lies beside the safetensors of Model2Vec and of sentence-transformers' static
 * embeddings: those of `model.vocab` and the added tokens, by their ids.
 *
 * @returns undefined for another file, or if the ids are not 0, 1, 2 and so on
 * @see https://huggingface.co/docs/tokenizers
 */
export function tokenizerWords(text: string): WordList | undefined {
  const tokenizer = parsedJson(text);
  if (!isRecord(tokenizer) || !isRecord(tokenizer.model)) return undefined;
  const wordOf = new Map<unknown, unknown>();
  const { vocab } = tokenizer.model;
  // Unigram models list pairs of a word and its score, the others map a word to its id.
  if (Array.isArray(vocab)) for (const [id, entry] of vocab.entries()) wordOf.set(id, [entry].flat()[0]);
  else if (isRecord(vocab)) for (const [word, id] of Object.entries(vocab)) wordOf.set(id, word);
  const added = tokenizer.added_tokens;
  for (const token of Array.isArray(added) ? added : []) if (isRecord(token)) wordOf.set(token.id, token.content);
  const words = Array.from(wordOf, (_, id) => wordOf.get(id));
  return words.length > 0 && words.every((word) => typeof word === "string") ? { words } : undefined;
}
