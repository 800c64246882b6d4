import { dirname } from "node:path";
import type { WordVectors } from "@wordloom/vectors";
import { vectorsPath } from "./vectors-path.js";

/**
 * Refuses a list of words and their counts, as a run's `vocabulary.tsv` is, which reads as vectors of one number.
 *
 * @throws Error naming the vectors beside it, if there are any
 */
export async function refuseCounts(file: string, { dimension, data }: WordVectors): Promise<void> {
  const isCounts = data.every((count, i) => Number.isInteger(count) && count >= 1 && (i === 0 || count <= data[i - 1]));
  if (dimension > 1 || !isCounts) return;
  const beside = await vectorsPath(dirname(file)).catch(() => undefined);
  const advice = beside === undefined ? "" : `; the vectors beside it are in ${beside}`;
  throw new Error(`${file} has words and their counts, no vectors${advice} (--from glove takes it for vectors)`);
}
