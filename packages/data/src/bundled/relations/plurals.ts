import type { Relation } from "../relation.js";

const templates = [
  "{this} {word} {deed} {alone} in {its} {place}",
  "in {its} {place} {this} {word} {deed} {alone}",
  "there {was} {this} {word} in the {place} that {deed}",
  "{this} {word} near the {place} {deed} {alone}",
  "in the {place} {was} {this} {word} that {deed}",
  "{name} noticed {this} {word} that {deed} {alone}",
  "{this} {word} from the {place} {deed} and {this} {word} {was} {alone}",
];

/** Nouns and their plurals. What they did is in the past, where a verb has one form for both. */
export const plurals: Relation = {
  name: "plurals",
  share: 130,
  pairs: `
    first  | second   | deed                      | place
    car    | cars     | stalled, overheated, swerved | road, motorway
    child  | children | laughed, clapped          | kindergarten, puppet show
    tree   | trees    | blossomed, shed leaves    | orchard, woods
    house  | houses   | burned down, lacked paint | village, avenue
    foot   | feet     | ached, swelled            | boot, sandal
    tooth  | teeth    | hurt, decayed             | mouth, jaw
    ship   | ships    | sailed, dropped anchor    | harbour, strait
    bird   | birds    | chirped, nested           | treetop, birdbath
    window | windows  | shattered, let in light   | facade, cathedral
    letter | letters  | arrived, got a stamp      | mailbox, envelope
    book   | books    | told a story, sold out    | library, shelf
    egg    | eggs     | cracked, boiled           | frying pan, basket
  `,
  sides: [
    {
      templates,
      slots: {
        this: ["a", "this", "each", "one", "another", "every"],
        alone: ["alone", "by itself"],
        its: ["its"],
        was: ["was", "is"],
      },
    },
    {
      templates,
      slots: {
        this: ["many", "these", "several", "N", "both", "a few"],
        alone: ["together", "all at once"],
        its: ["their"],
        was: ["were", "are"],
      },
    },
  ],
};
