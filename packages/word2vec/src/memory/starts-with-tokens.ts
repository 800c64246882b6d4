/**
 * The starts of those sentences that have tokens. The kernels wait for one start after the other as they read: one that came
 * again would be passed before it is waited for, and no later one be reached.
 *
 * @param starts - rising, some of them more than once; the array itself is returned where none is
 */
export function startsWithTokens(starts: Int32Array, tokens: number): Int32Array {
  const hasTokens = (sentence: number): boolean => starts[sentence] < (starts[sentence + 1] ?? tokens);
  let count = 0;
  for (let sentence = 0; sentence < starts.length; sentence++) if (hasTokens(sentence)) count++;
  return count === starts.length ? starts : starts.filter((_, sentence) => hasTokens(sentence));
}
