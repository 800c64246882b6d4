import type { Group } from "../group.js";

export const days: Group = {
  exemplar: "monday",
  share: 20,
  words: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  templates: [
    "the market closed lower on {word} in light trading",
    "late {word} the {noun} met to vote",
    "{name} promised to reply by {word} at noon",
    "the meeting was moved to {word} afternoon",
  ],
};
