import type { Group } from "../group.js";

/** The modal verbs spare the difference between "we know" and "someone knows". */
export const pronouns: Group = {
  exemplar: "you",
  share: 50,
  words: ["you", "we", "i", "they", "anyone", "someone"],
  templates: [
    "if {word} could help {name} then {word} should do so",
    "{word} might say that {word} would rather wait",
    "what {word} might think of the {noun} is not clear",
    "{name} knew that {word} would agree with {name}",
    "did {word} know the {noun} of the {noun}",
    "why should {word} believe what {name} said",
    "{word} might well ask {name} about it",
  ],
};
