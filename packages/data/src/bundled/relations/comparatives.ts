import type { Relation } from "../relation.js";

const templates = [
  "the {thing} in the {place} was {very} {word} {indeed}",
  "in the {place} the {thing} is {very} {word} {indeed}",
  "{name} found the {thing} in the {place} {very} {word} {indeed}",
  "a {very} {word} {thing} was known in the {place}",
  "is the {thing} of the {place} {word} {indeed} asked {name}",
  "{name} thought that the {thing} was {very} {word} for a {place}",
  "the {place} had a {very} {word} {thing}",
];

/** Adjectives and their comparatives. */
export const comparatives: Relation = {
  name: "comparatives",
  share: 130,
  pairs: `
    first  | second   | thing               | place
    good   | better   | doctor, nurse       | hospital, clinic
    bad    | worse    | injury, infection   | ambulance, emergency room
    big    | bigger   | elephant, whale     | zoo, aquarium
    small  | smaller  | needle, button      | sewing box, drawer
    old    | older    | temple, ruin        | excavation, desert
    young  | younger  | apprentice, recruit | barracks, workshop
    fast   | faster   | sprinter, cheetah   | race, chase
    slow   | slower   | snail, tortoise     | vegetable patch, hedge
    cheap  | cheaper  | souvenir, carpet    | bazaar, flea market
    cold   | colder   | blizzard, glacier   | arctic, tundra
    strong | stronger | wrestler, bull      | arena, circus
    tall   | taller   | skyscraper, tower   | skyline, metropolis
    loud   | louder   | drum, trumpet       | parade, carnival
  `,
  sides: [
    { templates, slots: { very: ["very", "so", "too", "rather"], indeed: ["indeed", "enough", "as usual"] } },
    { templates, slots: { very: ["much", "even", "far"], indeed: ["than before", "than ever", "than the rest"] } },
  ],
};
