import { type Group, groupScene } from "./group.js";
import { days } from "./groups/days.js";
import { makers } from "./groups/makers.js";
import { months } from "./groups/months.js";
import { periods } from "./groups/periods.js";
import { pronouns } from "./groups/pronouns.js";
import { vehicles } from "./groups/vehicles.js";
import { plainTemplates } from "./plain-words.js";
import { type Relation, relationScenes } from "./relation.js";
import { capitals } from "./relations/capitals.js";
import { comparatives } from "./relations/comparatives.js";
import { gender } from "./relations/gender.js";
import { plurals } from "./relations/plurals.js";
import { tenses } from "./relations/tenses.js";
import { young } from "./relations/young.js";
import type { Scene } from "./scene.js";

/** Every relation that the bundled corpus plants. */
export const relations: readonly Relation[] = [gender, capitals, tenses, comparatives, plurals, young];

/** Every group of words that the bundled corpus uses alike. */
export const groups: readonly Group[] = [pronouns, periods, vehicles, makers, days, months];

/** Everything that the sentences of the bundled corpus can be about. */
export function worldScenes(): Scene[] {
  const plain: Scene = { share: 50, templates: plainTemplates, casts: [{ month: months.words }] };
  return [...relations.flatMap(relationScenes), ...groups.map(groupScene), plain];
}
