import type { Scene, Slots } from "./scene.js";

/** Words that can stand in for one another, such as the days of the week. */
export interface Group {
  /** The word that a reader would ask for. It need not be one of `words`, if other scenes use it alike. */
  readonly exemplar: string;
  readonly share: number;
  readonly words: readonly string[];
  readonly templates: readonly string[];
  readonly slots?: Slots;
}

/** One cast a word, which fills the slot `word`. */
export function groupScene({ share, words, templates, slots }: Group): Scene {
  return { share, templates, casts: words.map((word) => ({ ...slots, word: [word] })) };
}
