import { json, print, sentence, terminalWidth, wrongUse } from "@wordloom/terminal";
import { compareVectors } from "../evaluation/compare-vectors.js";
import { comparisonParts } from "../evaluation/comparison-parts.js";
import { protocolsOf, type Scoring } from "../evaluation/scoring.js";
import { reporter } from "../run/reporter.js";
import { readTestSets, type TestSetOptions } from "../test-sets/read-test-sets.js";
import { type OpenedVectors, openVectors, type Reading, sizeText } from "../vectors/open-vectors.js";

/** The options of `compare`. */
export interface CompareOptions extends Scoring, TestSetOptions, Pick<Reading, "limit"> {
  readonly json?: true;
  readonly quiet?: true;
}

/** Reads two vectors and prints how they differ on the same questions, as tables or as JSON. */
export async function compare(pathA: string, pathB: string, options: CompareOptions): Promise<void> {
  const say = reporter(options.quiet);
  if (!options.analogies && !options.pairs) throw wrongUse("compare needs a test set: --analogies, --pairs, or both");
  if (options.resamples === 0)
    throw wrongUse("compare needs --resamples of at least 100: a difference without an interval says nothing");
  const { analogies, pairs, notes } = await readTestSets(options, say);
  protocolsOf(analogies, options.protocol);
  const limit = options.limit === undefined ? {} : { limit: options.limit };
  const a = await openVectors(pathA, say, limit);
  const b = await openVectors(pathB, say, limit);
  say.status("comparing …");
  const comparison = compareVectors(a.vectors, b.vectors, { ...options, analogies, pairs });
  say.status("");
  if (options.json) return print(json({ a: facts(a), b: facts(b), notes, ...comparison }));
  const width = terminalWidth();
  const legend = [a, b].map(({ file, vectors }, i) =>
    sentence(`${"AB"[i]}: ${file}, ${sizeText(vectors)}`, width, "  "),
  );
  print([legend.join("\n"), ...comparisonParts(comparison, width)].join("\n\n"));
}

function facts({
  file,
  vectors,
  notes,
}: OpenedVectors): Pick<OpenedVectors, "file" | "notes"> & { words: number; dimension: number } {
  return { file, words: vectors.words.length, dimension: vectors.dimension, notes };
}
