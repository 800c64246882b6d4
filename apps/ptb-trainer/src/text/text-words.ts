/** How far a run is, in target words. */
export interface Seen {
  /** The current epoch, or the one that has just ended; the first is 1. */
  readonly epoch: number;
  /** The target words of this epoch so far. */
  readonly epochWords: number;
  /** Whether this epoch has ended. */
  readonly hasEnded: boolean;
}

/**
 * Computes how many tokens of the text a run has read, rare and thinned ones too, as docs/speed.md counts words. Within an
 * epoch this is the share of its target words.
 *
 * @param tokens - the tokens of the text as it was read
 * @param expected - the target words of an epoch, about
 */
export function textWords(tokens: number, expected: number, { epoch, epochWords, hasEnded }: Seen): number {
  const share = hasEnded ? 1 : Math.min(1, epochWords / expected);
  return Math.round(tokens * (epoch - 1 + share));
}
