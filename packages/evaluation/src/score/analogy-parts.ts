import type { AnsweredSection } from "../answer/answer-analogies.js";

/** Something said of a whole test set and of its parts. */
export interface AnalogyParts<Score> {
  readonly total: Score;
  /** The semantic sections; null where there are none, or nothing tells them from the others. */
  readonly semantic: Score | null;
  /** The syntactic sections; null likewise. */
  readonly syntactic: Score | null;
  /** Groups of sections, where the test set has them. */
  readonly groups: readonly (Score & { readonly name: string })[];
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
