import type { AnsweredSection } from "../answer/answer-analogies.js";

/** A score for a whole test set and for each of its parts. */
export interface AnalogyParts<Score> {
  /** The score of all questions. */
  readonly total: Score;
  /** The score of the semantic sections; null if there are none, or nothing tells which they are. */
  readonly semantic: Score | null;
  /** The score of the syntactic sections; null as above. */
  readonly syntactic: Score | null;
  /** The score of each group of sections, if the test set has groups. */
  readonly groups: readonly (Score & { readonly name: string })[];
  /** The score of each section. */
  readonly sections: readonly (Score & { readonly name: string })[];
}

/** Says the same of the whole and of each part. */
export function analogyParts<Part extends { readonly section: AnsweredSection }, Score>(
  parts: readonly Part[],
  scoreOf: (parts: readonly Part[]) => Score,
): AnalogyParts<Score> {
  const some = (belongs: (section: AnsweredSection) => boolean) => parts.filter(({ section }) => belongs(section));
  const scoreOfSome = (some: readonly Part[]) => (some.length === 0 ? null : scoreOf(some));
  const groups = new Set(parts.flatMap(({ section: { group } }) => group ?? []));
  return {
    total: scoreOf(parts),
    semantic: scoreOfSome(some(({ kind }) => kind === "semantic")),
    syntactic: scoreOfSome(some(({ kind }) => kind === "syntactic")),
    groups: Array.from(groups, (name) => ({ name, ...scoreOf(some(({ group }) => group === name)) })),
    sections: parts.map((part) => ({ name: part.section.name, ...scoreOf([part]) })),
  };
}
