import type { AnalogyProtocol, BatsMethod } from "@wordloom/evaluation";
import { type Random, randomFromSeed } from "@wordloom/random";
import { wrongUse } from "@wordloom/terminal";
import type { AnalogySet } from "../test-sets/read-analogies.js";

/** The rules by which analogies are scored. `3CosAvg` is only for BATS; `3CosAdd` and `3CosMul` are for all sets. */
export type Protocol = AnalogyProtocol | BatsMethod;

/** All protocols. */
export const PROTOCOLS: readonly Protocol[] = ["gensim", "word2vec.c", "3CosAdd", "3CosMul", "3CosAvg"];

/** The options of the command line that say how test sets are scored. */
export interface Scoring {
  /** By default `gensim` for questions and `3CosAdd` for BATS. */
  readonly protocol?: readonly Protocol[];
  readonly restrict?: number;
  /** Whether *King* and *king* are different words. */
  readonly caseSensitive?: true;
  readonly unknown: "skip" | "wrong";
  /** The resamples of the bootstrap; 0 for no intervals. */
  readonly resamples: number;
  readonly confidence: number;
  readonly seed: number;
}

/** Makes the options that all protocols have. */
export function protocolOptions({ restrict, caseSensitive }: Pick<Scoring, "restrict" | "caseSensitive">): {
  restrict?: number;
  caseFold: boolean;
} {
  return { ...(restrict !== undefined && { restrict }), caseFold: !caseSensitive };
}

/** Makes the options of the intervals. Without resamples there is no generator, and so no interval. */
export function bootstrapOptions({ resamples, confidence, seed }: Scoring): {
  random?: Random;
  resamples?: number;
  confidence: number;
} {
  return resamples === 0 ? { confidence } : { random: randomFromSeed(seed), resamples, confidence };
}

/**
 * Chooses the protocols for each set: those of the user's that fit the set, or its default if none fits.
 *
 * @throws CommanderError if a protocol fits none of the sets
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

/** Whether a protocol can score questions of four words. */
export function isForQuestions(protocol: Protocol): protocol is AnalogyProtocol {
  return protocol !== "3CosAvg";
}

/** Whether a protocol can score BATS. */
export function isForBats(protocol: Protocol): protocol is BatsMethod {
  return protocol !== "gensim" && protocol !== "word2vec.c";
}
