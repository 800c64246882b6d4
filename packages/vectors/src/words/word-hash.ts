const ASCII_END = 0x80;

/**
 * FNV-1a over UTF-16 units, then the last steps of MurmurHash3, so that every bit depends on the whole word.
 *
 * @see http://www.isthe.com/chongo/tech/comp/fnv/, https://github.com/aappleby/smhasher
 */
export function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** The {@link hashOfWord} of a word that is still bytes, which are its units if it is ASCII; undefined if it is not. */
export function hashOfAscii(bytes: Uint8Array, start: number, end: number): number | undefined {
  let hash = 0x811c9dc5;
  let seen = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    hash = Math.imul(hash ^ byte, 0x01000193);
    seen |= byte;
  }
  return seen < ASCII_END ? mixed(hash) : undefined;
}

function mixed(state: number): number {
  let hash = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
