import { InvalidArgumentError } from "commander";

/**
 * Parses the value of an option that is one of some names. Commander's own `choices` parses all values of an option that
 * may come again; this parses each.
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
