import { join } from "node:path";
import { readVectors } from "@wordloom/vectors/node";
import { corpusFile } from "../corpora/corpus-file.ts";
import { wordloom } from "../programs/wordloom.ts";
import type { TableSize } from "./table-size.ts";

const minCount = 5;

/** Vectors of `enwiki2015-100m.gz`, trained by the engine: CBOW, D 100, three epochs, and words seen five times or more. */
export async function wikipediaVectors(
  folder: string,
  tell: (line: string) => void,
): Promise<{ readonly path: string } & TableSize> {
  tell("training on Wikipedia");
  const corpus = await corpusFile("wikipedia", join(folder, "corpus.txt"));
  const vectorsPath = join(folder, "wikipedia.bin");
  const settings = { model: "cbow", dimension: 100, window: 5, negatives: 5, subsample: 1e-3, epochs: 3 } as const;
  const { seconds } = await wordloom().train({
    settings: { ...settings, minCount, seed: 1 },
    // One gives the same vectors as several, and does not mind other programs.
    threads: 1,
    corpusPath: corpus.path,
    keptTokens: corpus.keptTokens(minCount),
    lines: corpus.lines,
    vectorsPath,
  });
  tell(`trained in ${seconds.toFixed(0)} s`);
  const { words, dimension } = await readVectors(vectorsPath);
  return { path: vectorsPath, V: words.length, D: dimension };
}
