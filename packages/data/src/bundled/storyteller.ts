import type { Random } from "@wordloom/random";
import { type Deck, deal, deck } from "./deck.js";
import { plainWords } from "./plain-words.js";
import type { Scene, Slots } from "./scene.js";

/** Decks of everything there is to say, and what has been dealt of them. */
export interface Storyteller {
  /** As many cards a scene as its share says. */
  readonly scenes: Deck<StagedScene>;
}

/** Decks to tell a scene from. */
type StagedScene = Deck<StagedCast>;

interface StagedCast {
  readonly templates: Deck<string>;
  readonly slots: ReadonlyMap<string, Deck<string>>;
}

/**
 * Sentences on one subject that follow one another. Windows cross sentence ends: with single sentences, half of what
 * is near a word would belong to another subject.
 */
const PARAGRAPH = 3;

/** A storyteller who has said nothing yet. */
export function storyteller(scenes: readonly Scene[]): Storyteller {
  const plain = plainDecks();
  const cards = scenes.flatMap(({ share, templates, casts }) => {
    const staged = deck(casts.map((cast) => stage(templates, cast, plain)));
    return Array.from({ length: share / 5 }, () => staged);
  });
  return { scenes: deck(cards) };
}

/** The next few sentences on one subject. */
export function paragraph({ scenes }: Storyteller, random: Random): string[] {
  const { templates, slots } = deal(deal(scenes, random), random);
  return Array.from({ length: PARAGRAPH }, () => fill(deal(templates, random), slots, random));
}

function stage(templates: readonly string[], cast: Slots, plain: ReadonlyMap<string, Deck<string>>): StagedCast {
  const own = Object.entries(cast).map(([slot, alternatives]) => [slot, deck(alternatives)] as const);
  return { templates: deck(templates), slots: new Map([...plain, ...own]) };
}

/** One deck a list: n words make `round(n/r)` cards of the word of rank r. */
function plainDecks(): Map<string, Deck<string>> {
  return new Map(
    Object.entries(plainWords).map(([slot, list]) => {
      const words = list.trim().split(/\s+/);
      return [
        slot,
        deck(words.flatMap((word, i) => Array.from({ length: Math.round(words.length / (i + 1)) }, () => word))),
      ];
    }),
  );
}

function fill(template: string, slots: ReadonlyMap<string, Deck<string>>, random: Random): string {
  const sentence = template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    const alternatives = slots.get(slot);
    if (alternatives === undefined) throw new Error(`bundledCorpus: nothing fills {${slot}} in "${template}"`);
    return deal(alternatives, random);
  });
  return sentence.replaceAll(/\ba (?=[aeiou])/g, "an ");
}
