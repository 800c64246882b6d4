import { quoted } from "../messages/quoted.js";
import type { OnNote } from "../messages/reading-note.js";
import { isRecord, parsedJson } from "./json.js";
import type { TableWords } from "./table-words.js";

/** So many ids may have no token; more are no rows of a table. */
const GAPS = 2 ** 20;

/**
 * The words of a `tokenizer.json`, as it lies beside the safetensors of Model2Vec and of sentence-transformers' static
 * embeddings: those of `model.vocab` and the added tokens, by their ids. Also of a `vocab.json`, which maps words to their
 * ids and has nothing else, and of a list of words. An id that no token has is a row without a word.
 *
 * @returns undefined for another file, or if ids are no whole numbers
 * @throws Error if two words of the vocabulary have the same id
 * @see https://huggingface.co/docs/tokenizers
 */
export function tokenizerWords(
  text: string,
  { onNote, error }: { readonly onNote?: OnNote | undefined; readonly error: (message: string) => Error },
): TableWords | undefined {
  const json = parsedJson(text);
  if (Array.isArray(json)) return isListOfWords(json) ? { words: json } : undefined;
  if (!isRecord(json)) return undefined;
  const tokenizer = isRecord(json.model) ? json : { model: { vocab: json }, added_tokens: undefined };
  const tokens = tokensOf(Object(tokenizer.model).vocab);
  if (!tokens.every(([id, word]) => isId(id) && typeof word === "string")) return undefined;
  const words = new Map<number, string>();
  for (const [id, word] of tokens as (readonly [number, string])[]) {
    const other = words.get(id);
    if (other !== undefined) throw error(`the words ${quoted(other)} and ${quoted(word)} have the same id, ${id}`);
    words.set(id, word);
  }
  let renamed = 0;
  const added = tokenizer.added_tokens;
  for (const token of Array.isArray(added) ? added : []) {
    if (!isRecord(token) || !isId(token.id) || typeof token.content !== "string") return undefined;
    if ((words.get(token.id) ?? token.content) !== token.content) renamed++;
    words.set(token.id, token.content);
  }
  if (words.size === 0) return undefined;
  if (renamed > 0) {
    const message = `${renamed} tokens of the vocabulary have the ids of added ones, whose names their rows get`;
    onNote?.({ kind: "tokens-renamed", message, count: renamed });
  }
  let rows = 0;
  for (const id of words.keys()) rows = Math.max(rows, id + 1);
  if (rows > words.size + GAPS) return undefined;
  return { words: Array.from({ length: rows }, (_, id) => words.get(id)) };
}

/** Ids and words. Unigram models list pairs of a word and its score, the others map a word to its id. */
function tokensOf(vocab: unknown): (readonly [unknown, unknown])[] {
  if (Array.isArray(vocab)) return vocab.map((entry, id) => [id, [entry].flat()[0]] as const);
  return isRecord(vocab) ? Object.entries(vocab).map(([word, id]) => [id, word] as const) : [];
}

function isListOfWords(json: readonly unknown[]): json is readonly string[] {
  return json.length > 0 && json.every((word) => typeof word === "string" && word !== "");
}

function isId(id: unknown): id is number {
  return Number.isSafeInteger(id) && Number(id) >= 0;
}
