import type { Group } from "../group.js";
import { plurals } from "../relations/plurals.js";

const [{ templates, slots }] = plurals.sides;

/**
 * Each does what a car does in the relation of plurals, one at a time. The car itself has no sentences here: they would
 * spoil "car is to cars".
 */
export const vehicles: Group = {
  exemplar: "car",
  share: 10,
  words: ["auto", "truck", "vehicle", "van"],
  templates: [
    ...templates,
    "the driver parked {this} {word} in the garage",
    "the mechanic repaired {this} {word} {alone} in the garage",
    "{name} refuelled {this} {word} and checked its brakes",
    "{this} luxury {word} had leather seats and a diesel engine",
    "{this} {word} carried {name} to the city in heavy traffic",
  ],
  slots: { ...slots, deed: ["stalled", "overheated", "swerved"], place: ["road", "motorway"] },
};
