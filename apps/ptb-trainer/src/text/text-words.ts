/** How far a run is, in the words that it learns from. */
export interface Seen {
  /** The epoch under way, or that has just ended, counted from 1. */
  readonly epoch: number;
  /** Target words of that epoch so far. */
  readonly epochWords: number;
  /** Whether it has ended. */
  readonly hasEnded: boolean;
}

/**
 * How many tokens of the text a run has gone through, those left out as rare and those thinned out included: the words of
 * docs/speed.md. Within an epoch, by the share of its target words.
 *
 * @param tokens - of the text as it was read
 * @param expected - target words of an epoch, about
 */
export function textWords(tokens: number, expected: number, { epoch, epochWords, hasEnded }: Seen): number {
  const share = hasEnded ? 1 : Math.min(1, epochWords / expected);
  return Math.round(tokens * (epoch - 1 + share));
}
