import {
  type AnalogyComparison,
  analogyComparisonText,
  compareAnalogies,
  compareBats,
  compareWordPairs,
  type WordPairComparison,
  wordPairComparisonText,
} from "@wordloom/evaluation";
import { randomFromSeed } from "@wordloom/random";
import { paint, print, terminalWidth, wrongUse } from "@wordloom/terminal";
import type { WordVectors } from "@wordloom/vectors";
import { openVectors, sizeText } from "./open-vectors.js";
import { type AnalogySet, readAnalogySets, readPairs, type WordPairSet } from "./read-test-sets.js";
import { reporter } from "./reporter.js";
import { isForBats, isForQuestions, protocolOptions, protocolsOf, type Scoring } from "./scoring.js";

export interface CompareOptions extends Scoring {
  readonly analogies?: readonly string[];
  readonly pairs?: readonly string[];
  readonly json?: true;
  readonly quiet?: true;
}

/** What `--json` prints. */
interface Comparison {
  readonly analogies: readonly (AnalogyComparison & { readonly name: string })[];
  readonly pairs: readonly (WordPairComparison & { readonly name: string })[];
}

/** Reads two vectors and prints how they differ on the same questions. */
export async function compare(pathA: string, pathB: string, options: CompareOptions): Promise<void> {
  const say = reporter(options.quiet);
  if (!options.analogies && !options.pairs) throw wrongUse("compare needs test sets: --analogies, --pairs, or both");
  if (options.resamples === 0)
    throw wrongUse("compare needs resamples: a difference without its interval says nothing");
  const analogies = await readAnalogySets(options.analogies ?? []);
  const pairs = await readPairs(options.pairs ?? []);
  protocolsOf(analogies, options.protocol);
  const a = await openVectors(pathA, say);
  const b = await openVectors(pathB, say);
  say.status("comparing …");
  const comparison = comparisonOf(a.vectors, b.vectors, analogies, pairs, options);
  say.status("");
  const facts = ({ file, vectors }: typeof a) => ({ file, words: vectors.words.length, dimension: vectors.dimension });
  if (options.json) return print(JSON.stringify({ a: facts(a), b: facts(b), ...comparison }));
  const legend = [a, b].map(({ file, vectors }, i) => `${"AB"[i]}: ${file}, ${sizeText(vectors)}`);
  print([legend.join("\n"), ...comparisonParts(comparison)].join("\n\n"));
}

function comparisonOf(
  a: WordVectors,
  b: WordVectors,
  analogySets: readonly AnalogySet[],
  pairSets: readonly WordPairSet[],
  options: Scoring,
): Comparison {
  const random = randomFromSeed(options.seed);
  const { resamples, confidence, unknown } = options;
  const shared = { ...protocolOptions(options), resamples, confidence };
  const protocols = protocolsOf(analogySets, options.protocol);
  return {
    analogies: analogySets.flatMap((set, i) =>
      protocols[i].map((protocol) => ({
        name: set.name,
        ...("sections" in set
          ? compareAnalogies(a, b, set.sections, random, {
              ...shared,
              unknown,
              ...(isForQuestions(protocol) && { protocol }),
            })
          : compareBats(a, b, set.categories, random, {
              ...shared,
              unknown,
              ...(isForBats(protocol) && { method: protocol }),
            })),
      })),
    ),
    pairs: pairSets.map(({ name, pairs }) => ({
      name,
      ...compareWordPairs(a, b, pairs, random, { ...shared, unknown: unknown === "skip" ? "skip" : "zero" }),
    })),
  };
}

function comparisonParts({ analogies, pairs }: Comparison): string[] {
  const width = terminalWidth();
  const parts = analogies.map(
    (each) => `${paint("bold", `Analogy questions: ${each.name}`)}\n\n${analogyComparisonText(each, width)}`,
  );
  if (pairs.length > 0) parts.push(`${paint("bold", "Word similarity")}\n\n${wordPairComparisonText(pairs, width)}`);
  return parts;
}
