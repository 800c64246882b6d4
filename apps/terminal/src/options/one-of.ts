import { InvalidArgumentError } from "commander";

/**
 * Makes a parser for the value of an option that is one of some names. Use it for an option that may come again: Commander's
 * own `choices` cannot parse its values one by one.
 *
 * @throws InvalidArgumentError, from the parser, if the text is none of the names
 *
 * @example
 * program.option("--model <name>", "what to train", oneOf(["cbow", "skip-gram"]), "cbow");
 * // --model glove → …argument 'glove' is invalid. It must be one of cbow, skip-gram
 */
export function oneOf<Name extends string>(names: readonly Name[]): (text: string) => Name {
  return (text) => {
    const name = names.find((each) => each === text);
    if (name !== undefined) return name;
    throw new InvalidArgumentError(`It must be one of ${names.join(", ")}`);
  };
}
