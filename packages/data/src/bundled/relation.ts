import type { Scene, Slots } from "./scene.js";

/**
 * Pairs of words that differ in the same way, such as king and queen, man and woman.
 *
 * The sentences about a word name what belongs to its pair (crown, palace) and what belongs to its side (she, gown),
 * never anything that is its own alone. That is what makes the differences parallel.
 */
export interface Relation {
  readonly name: string;
  readonly share: number;
  /**
   * One row a pair: cells between bars, alternatives between commas, the names of the slots on top. The columns
   * `first` and `second` hold the two words, the others what both of them do or have.
   */
  readonly pairs: string;
  /** What is said of the first words, and of the second words. */
  readonly sides: readonly [Side, Side];
}

interface Side {
  readonly templates: readonly string[];
  readonly slots?: Slots;
}

/** One scene a side, one cast a pair; the slot `word` holds the word that the side is about. */
export function relationScenes(relation: Relation): Scene[] {
  const rows = pairSlots(relation);
  return (["first", "second"] as const).map((column, side) => {
    const { templates, slots } = relation.sides[side];
    return {
      share: relation.share / 2,
      templates,
      casts: rows.map((row) => ({ ...slots, ...row, word: row[column] })),
    };
  });
}

/** The two words of each pair. */
export function relationPairs(relation: Relation): (readonly [first: string, second: string])[] {
  return pairSlots(relation).map(({ first, second }) => [first[0], second[0]]);
}

function pairSlots({ pairs }: Relation): Slots[] {
  const [names, ...rows] = pairs
    .trim()
    .split("\n")
    .map((row) => row.split("|").map((cell) => cell.trim()));
  return rows.map((cells) => Object.fromEntries(cells.map((cell, column) => [names[column], cell.split(", ")])));
}
