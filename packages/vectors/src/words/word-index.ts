import { hashOfWord } from "./word-hash.js";
import { addNewHashes, KERNEL_WORDS, kernelSlots, type WordSlots, wordSlots } from "./word-slots.js";

/**
 * Words, and the row of each by a hash table of our own: to fill a `Map` took more than half of the time that it took to
 * read a file.
 */
export interface WordIndex {
  /** Row by row. */
  readonly words: string[];
  /** Where to find them. */
  table: WordSlots;
  /** Words that found every slot taken where they looked; none, unless somebody chose them to. */
  readonly crowded: Map<string, number>;
}

/** Slots that a word may look at. Without a bound, words that were chosen for their hash would take forever. */
const REACH = 128;
/** Words that there is room for at least. */
const LEAST = 512;
/** Words of a list to add at once, so that their slots are still in the cache when they are used. */
const BATCH = 1 << 10;

/** @param rows - words to make room for at once: as many as are sure to come */
export function wordIndex(rows: number = 0): WordIndex {
  const room = 2 ** Math.ceil(Math.log2(Math.max(rows, LEAST)));
  return { words: [], table: room < KERNEL_WORDS ? wordSlots(room) : kernelSlots(room), crowded: new Map() };
}

/** Adds words as the next rows, and calls back for those that are there already, as {@link addAllToIndex}. */
export function addListToIndex(
  index: WordIndex,
  words: readonly string[],
  onRepeated: (i: number, earlier: number) => void,
): void {
  const hashes = new Int32Array(BATCH);
  for (let start = 0; start < words.length; start += BATCH) {
    const batch = words.slice(start, start + BATCH);
    for (let i = 0; i < batch.length; i++) hashes[i] = hashOfWord(batch[i]);
    addAllToIndex(index, batch, hashes, (i, earlier) => onRepeated(start + i, earlier));
  }
}

/**
 * Adds words, with the hash of each, as the next rows, and calls back for those that are there already: with their place
 * in the list and the row that has them. A kernel adds those that are surely new, if there is one.
 */
export function addAllToIndex(
  index: WordIndex,
  words: readonly string[],
  hashes: Int32Array,
  onRepeated: (i: number, earlier: number) => void,
): void {
  while (index.words.length + words.length > index.table.hashes.length) grow(index);
  index.table.kernel?.added.set(hashes.subarray(0, Math.min(words.length, KERNEL_WORDS)));
  for (let i = 0; i < words.length; i++) {
    const count = addNewHashes(index.table, i, Math.min(words.length, KERNEL_WORDS), index.words.length, REACH);
    if (count > 0) index.words.push(...(count === words.length ? words : words.slice(i, i + count)));
    i += count;
    const earlier = i < words.length ? addHashed(index, words[i], hashes[i]) : -1;
    if (earlier >= 0) onRepeated(i, earlier);
  }
}

/** Where there is room. */
function addHashed(index: WordIndex, word: string, hash: number): number {
  const { words, crowded } = index;
  const { hashes, slots } = index.table;
  const row = words.length;
  const slot = slotOf(index, word, hash);
  if (slot < 0) {
    const earlier = crowded.get(word);
    if (earlier !== undefined) return earlier;
    crowded.set(word, row);
  } else if (slots[slot] > 0) {
    return slots[slot] - 1;
  } else {
    slots[slot] = row + 1;
  }
  hashes[row] = hash;
  words.push(word);
  return -1;
}

/** The row of a word; undefined where there is none. */
export function rowInIndex(index: WordIndex, word: string): number | undefined {
  const { slots } = index.table;
  const slot = slotOf(index, word, hashOfWord(word));
  if (slot < 0) return index.crowded.get(word);
  return slots[slot] === 0 ? undefined : slots[slot] - 1;
}

/** The slot of a word, or the free one where it would be; −1 if all within reach are taken by others. */
function slotOf({ words, table }: WordIndex, word: string, hash: number): number {
  const { hashes, slots } = table;
  const mask = slots.length - 1;
  for (let step = 0; step < REACH; step++) {
    const slot = (hash + step) & mask;
    const row = slots[slot] - 1;
    if (row < 0 || (hashes[row] === hash && words[row] === word)) return slot;
  }
  return -1;
}

function grow(index: WordIndex): void {
  const { words, crowded } = index;
  const { hashes, slots } = wordSlots(2 * index.table.hashes.length);
  hashes.set(index.table.hashes);
  crowded.clear();
  for (let row = 0; row < words.length; row++) {
    const slot = freeSlot(slots, hashes[row]);
    if (slot < 0) crowded.set(words[row], row);
    else slots[slot] = row + 1;
  }
  index.table = { hashes, slots, kernel: undefined };
}

/** As {@link slotOf}, for a word that is known not to be there. */
function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  for (let step = 0; step < REACH; step++) if (slots[(hash + step) & mask] === 0) return (hash + step) & mask;
  return -1;
}
