/**
 * Bytes of a row that the kernels take in blocks of twelve vectors; what is left are thirteen, or fewer than twelve. A single
 * vector behind the last twelve goes with them: alone it would take a pass of its own over the rows.
 */
@inline
export function inTwelves(bytes: usize): usize {
  const left = bytes % 192;
  return bytes - (left == 16 && bytes > 192 ? 208 : left);
}
