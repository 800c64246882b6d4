const BRACE = 0x7b;

/** Whether a file starts with the length of a header in eight bytes, below 2^32, and the brace of that header. */
export function isSafetensors(start: Uint8Array): boolean {
  return start[8] === BRACE && start[4] === 0 && start[5] === 0 && start[6] === 0 && start[7] === 0;
}
