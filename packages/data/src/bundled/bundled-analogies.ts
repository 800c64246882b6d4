import { relationPairs } from "./relation.js";
import { relations } from "./world.js";

/** Analogy questions of one kind, as a section of an analogy file has them. */
export interface AnalogySection {
  /** The name of the kind. */
  readonly name: string;
  /** `a : b = c : d`, where d is the answer. */
  readonly questions: readonly (readonly [a: string, b: string, c: string, d: string])[];
}

/** What the book asks at the end of chapter 4. */
const BOOK: AnalogySection = {
  name: "book",
  questions: [
    ["king", "man", "queen", "woman"],
    ["take", "took", "go", "went"],
    ["car", "cars", "child", "children"],
    ["good", "better", "bad", "worse"],
  ],
};

/** Lists the analogies that the bundled corpus teaches: the book's four, then every two pairs of each relation. */
export function bundledAnalogies(): AnalogySection[] {
  const planted = relations.map((relation) => {
    const pairs = relationPairs(relation);
    return {
      name: relation.name,
      questions: pairs.flatMap((known) =>
        pairs.filter((asked) => asked !== known).map((asked) => [...known, ...asked] as const),
      ),
    };
  });
  return [BOOK, ...planted];
}
