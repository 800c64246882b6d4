import type { Group } from "../group.js";

export const makers: Group = {
  exemplar: "toyota",
  share: 25,
  words: ["toyota", "ford", "nissan", "mazda", "honda", "volvo"],
  templates: [
    "{word} motor corp. said it recalled N models",
    "dealers of {word} offer discounts on sedans",
    "{word} will assemble sedans at its plant in {state}",
    "the plant of {word} makes N engines a day",
    "shares of {word} rose as its dealers sold sedans",
  ],
  slots: { state: ["ohio", "kentucky", "tennessee"] },
};
