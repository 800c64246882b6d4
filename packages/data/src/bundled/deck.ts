import { type Random, shuffle } from "@wordloom/random";

/**
 * Cards that are dealt in random order, each once before any comes again. Counts then differ by one at most, where
 * independent draws would differ by their square root: a small corpus of dealt words teaches what a large one of drawn
 * words does.
 */
export interface Deck<T> {
  readonly cards: T[];
  /** The cards from here on are still to be dealt. */
  next: number;
}

/** A deck of which nothing has been dealt. */
export function deck<T>(cards: readonly T[]): Deck<T> {
  return { cards: [...cards], next: cards.length };
}

/** The next card. Shuffles first if there is none left. */
export function deal<T>(deck: Deck<T>, random: Random): T {
  if (deck.next === deck.cards.length) {
    shuffle(random, deck.cards);
    deck.next = 0;
  }
  return deck.cards[deck.next++];
}
