import { isRecord, parsedJson } from "../../word-lists/json.js";
import type { WordList } from "../../word-lists/word-list.js";

/** The words that a safetensors file has in its metadata, as `encodeVectors` writes them. */
export function metadataWords(metadata: unknown, error: (message: string) => Error): WordList | undefined {
  if (!isRecord(metadata) || typeof metadata.words !== "string") return undefined;
  const words = parsedList(metadata.words);
  if (words === undefined || !words.every((word) => typeof word === "string")) {
    throw error("the words in its metadata are not a JSON list of strings; is the file damaged?");
  }
  if (typeof metadata.counts !== "string") return { words };
  const counts = parsedList(metadata.counts);
  if (counts?.length !== words.length || !counts.every((count) => typeof count === "number")) {
    throw error(`the counts in its metadata are not a JSON list of ${words.length} numbers; is the file damaged?`);
  }
  return { words, counts };
}

function parsedList(text: string): unknown[] | undefined {
  const list = parsedJson(text);
  return Array.isArray(list) ? list : undefined;
}
