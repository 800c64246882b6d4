import { hashOfWord } from "./word-hash.js";

/**
 * Words, and the row of each by a hash table of our own: to fill a `Map` took more than half of the time that it took to
 * read a file.
 */
export interface WordIndex {
  /** Row by row. */
  readonly words: string[];
  /** `[V]` and room for more, the hash of each word. */
  hashes: Int32Array;
  /** A row and one, or 0 where there is none; twice as many as words, at least, and a power of two. */
  slots: Int32Array;
  /** Words that found every slot taken where they looked; none, unless somebody chose them to. */
  readonly crowded: Map<string, number>;
  /** Means nothing: a place for what is read ahead of its use, or no engine would read it. */
  seen: number;
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
  return { words: [], hashes: new Int32Array(room), slots: new Int32Array(2 * room), crowded: new Map(), seen: 0 };
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
 * in the list and the row that has them. Most of the time goes into waiting for slots to come from memory; to ask for all
 * of them first lets the processor wait for many at once.
 */
export function addAllToIndex(
  index: WordIndex,
  words: readonly string[],
  hashes: Int32Array,
  onRepeated: (i: number, earlier: number) => void,
): void {
  while (index.words.length + words.length > index.hashes.length) grow(index);
  const { slots } = index;
  let seen = 0;
  for (let i = 0; i < words.length; i++) seen |= slots[hashes[i] & (slots.length - 1)];
  index.seen = seen;
  for (let i = 0; i < words.length; i++) {
    const earlier = addHashed(index, words[i], hashes[i]);
    if (earlier >= 0) onRepeated(i, earlier);
  }
}

/** Where there is room. */
function addHashed(index: WordIndex, word: string, hash: number): number {
  const { words, crowded, hashes, slots } = index;
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

/** The row of each word, as a `Map` would have it. */
export function rowsByWord(index: WordIndex): ReadonlyMap<string, number> {
  const { words, slots, crowded } = index;
  const get = (word: string): number | undefined => {
    const slot = slotOf(index, word, hashOfWord(word));
    if (slot < 0) return crowded.get(word);
    return slots[slot] === 0 ? undefined : slots[slot] - 1;
  };
  const map: ReadonlyMap<string, number> = {
    get,
    has: (word) => get(word) !== undefined,
    size: words.length,
    keys: () => words.values(),
    values: () => words.keys(),
    entries: () => wordsAndRows(words),
    forEach: (call) => {
      for (const [row, word] of words.entries()) call(row, word, map);
    },
    [Symbol.iterator]: () => wordsAndRows(words),
  };
  return map;
}

function* wordsAndRows(words: readonly string[]): Generator<[string, number], undefined> {
  for (const [row, word] of words.entries()) yield [word, row];
}

/** The slot of a word, or the free one where it would be; −1 if all within reach are taken by others. */
function slotOf({ words, hashes, slots }: WordIndex, word: string, hash: number): number {
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
  const hashes = new Int32Array(2 * index.hashes.length);
  hashes.set(index.hashes);
  const slots = new Int32Array(2 * index.slots.length);
  crowded.clear();
  for (let row = 0; row < words.length; row++) {
    const slot = freeSlot(slots, hashes[row]);
    if (slot < 0) crowded.set(words[row], row);
    else slots[slot] = row + 1;
  }
  index.hashes = hashes;
  index.slots = slots;
}

/** As {@link slotOf}, for a word that is known not to be there. */
function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  for (let step = 0; step < REACH; step++) if (slots[(hash + step) & mask] === 0) return (hash + step) & mask;
  return -1;
}
