import type { AnalogyProtocol, BatsMethod } from "@wordloom/evaluation";
import { type Random, randomFromSeed } from "@wordloom/random";
import { wrongUse } from "@wordloom/terminal";
import type { AnalogySet } from "../test-sets/read-analogies.js";

/** Whose rules score analogies. 3CosAvg is for BATS alone, 3CosAdd and 3CosMul are for all. */
export type Protocol = AnalogyProtocol | BatsMethod;

export const PROTOCOLS: readonly Protocol[] = ["gensim", "word2vec.c", "3CosAdd", "3CosMul", "3CosAvg"];

/** How test sets are scored, as the command line says it. */
export interface Scoring {
  /** Gensim's for questions, 3CosAdd for BATS, unless told otherwise. */
  readonly protocol?: readonly Protocol[];
  readonly restrict?: number;
  /** Whether words in other capitals are other words. */
  readonly caseSensitive?: true;
  readonly unknown: "skip" | "wrong";
  /** 0 for no intervals. */
  readonly resamples: number;
  readonly confidence: number;
  readonly seed: number;
}

/** What all protocols take. */
export function protocolOptions({ restrict, caseSensitive }: Pick<Scoring, "restrict" | "caseSensitive">): {
  restrict?: number;
  caseFold: boolean;
} {
  return { ...(restrict !== undefined && { restrict }), caseFold: !caseSensitive };
}

/** What intervals are made with; without a generator there are none. */
export function bootstrapOptions({ resamples, confidence, seed }: Scoring): {
  random?: Random;
  resamples?: number;
  confidence: number;
} {
  return resamples === 0 ? { confidence } : { random: randomFromSeed(seed), resamples, confidence };
}

/**
 * The protocols by which each set is scored: of those asked for, the ones that fit it, or its usual one where none does.
 *
 * @throws CommanderError for a protocol that fits none of the sets
 */
export function protocolsOf(sets: readonly AnalogySet[], asked: readonly Protocol[] = []): Protocol[][] {
  const unused = asked.find((protocol) => !sets.some((set) => fits(protocol, set)));
  if (unused !== undefined && sets.length > 0) {
    const right = PROTOCOLS.filter((protocol) => sets.some((set) => fits(protocol, set)));
    throw wrongUse(`--protocol ${unused} does not go with ${sets[0].name}; ${right.join(", ")} do`);
  }
  return sets.map((set) => {
    const fitting = [...new Set(asked)].filter((protocol) => fits(protocol, set));
    if (fitting.length > 0) return fitting;
    return ["sections" in set ? "gensim" : "3CosAdd"];
  });
}

function fits(protocol: Protocol, set: AnalogySet): boolean {
  return "sections" in set ? isForQuestions(protocol) : isForBats(protocol);
}

export function isForQuestions(protocol: Protocol): protocol is AnalogyProtocol {
  return protocol !== "3CosAvg";
}

export function isForBats(protocol: Protocol): protocol is BatsMethod {
  return protocol !== "gensim" && protocol !== "word2vec.c";
}
