import type { Relation } from "../relation.js";

const templates = [
  "the {grown} {word} {deed} in the {place} and {fought}",
  "at the {place} the {grown} {word} {deed} and {fought}",
  "the {word} {fought} by the {place} with the {grown} ones and {deed}",
  "{name} looked at a {grown} {word} that {fought} in the {place}",
  "in the {place} a {grown} {word} {fought} and {deed}",
  "near the {place} {name} heard how the {grown} {word} {deed}",
  "the {grown} {word} {fought} and {deed} as {grown} animals do",
];

/** Animals and their young. */
export const young: Relation = {
  name: "young",
  share: 130,
  pairs: `
    first | second   | deed                           | place
    cat   | kitten   | purred, licked the paw         | sofa, windowsill
    dog   | puppy    | barked, wagged the tail        | kennel, doormat
    cow   | calf     | mooed, chewed the cud          | barn, pasture
    horse | foal     | neighed, galloped              | stable, paddock
    sheep | lamb     | bleated, followed the shepherd | meadow, fold
    pig   | piglet   | grunted, rolled in the mud     | sty, trough
    lion  | cub      | roared, stalked the zebra      | savanna, den
    duck  | duckling | quacked, paddled               | pond, reeds
    hen   | chick    | clucked, pecked the grain      | coop, henhouse
    frog  | tadpole  | wriggled, swallowed the gnat   | swamp, ditch
  `,
  sides: [
    { templates, slots: { grown: ["grown", "adult", "mature"], fought: ["fought", "bred", "kept watch"] } },
    { templates, slots: { grown: ["newborn", "tiny", "playful"], fought: ["played", "slept", "cuddled"] } },
  ],
};
