import { randomFromSeed } from "@wordloom/random";
import { seeds } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deal, deck } from "./deck.js";

describe("deal(deck, random)", () => {
  test("deals every card once before any comes again", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), seeds(), (cards, seed) => {
        const random = randomFromSeed(seed);
        const dealt = deck(cards);
        for (let round = 0; round < 3; round++) {
          const hand = cards.map(() => deal(dealt, random));
          expect(hand.sort()).toEqual([...cards].sort());
        }
      }),
    );
  });

  test("deals every order, in other orders from round to round", () => {
    const random = randomFromSeed(1);
    const cards = deck(["a", "b", "c"]);
    const rounds = Array.from({ length: 60 }, () => deal(cards, random) + deal(cards, random) + deal(cards, random));
    expect(new Set(rounds).size).toBe(6);
  });

  test("leaves the array that the deck was made of alone", () => {
    const cards = ["a", "b", "c", "d", "e"];
    deal(deck(cards), randomFromSeed(1));
    expect(cards).toEqual(["a", "b", "c", "d", "e"]);
  });
});
