export { checkChoice } from "./check-choice.js";
export { checkOptions } from "./check-options.js";
export { fileError } from "./file-error.js";
export { givenKind } from "./given-kind.js";
export { isList, requireArgument } from "./require-argument.js";
export { shownValue } from "./shown-value.js";
