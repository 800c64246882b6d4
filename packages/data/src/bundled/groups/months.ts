import type { Group } from "../group.js";

/** May is left out: it would have to be told from the verb. */
export const months: Group = {
  exemplar: "january",
  share: 25,
  words: [
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ],
  templates: [
    "the contract ends in {word} N",
    "in {word} the rate was N %",
    "since {word} N the {noun} has been open",
    "orders fell N % in {word} from a peak",
  ],
};
