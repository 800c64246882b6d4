import { groups } from "./world.js";

/** A word, and the words that are used like it. */
export interface Neighbourhood {
  readonly word: string;
  readonly neighbours: readonly string[];
}

/** Lists words with the nearest words that the bundled corpus teaches: the book's four words, a day and a month. */
export function bundledNeighbours(): Neighbourhood[] {
  return groups.map(({ exemplar, words }) => ({
    word: exemplar,
    neighbours: words.filter((word) => word !== exemplar),
  }));
}
