import { counted } from "@wordloom/terminal";
import { usefulThreads } from "@wordloom/word2vec";

/** With how many threads to train. */
export interface Threads {
  readonly threads: number;
  /** Where it is not what was asked for, why. */
  readonly remark?: string;
}

/**
 * As many threads as are of use, or fewer where fewer are asked for. Each needs a core of its own, for all wait for the
 * slowest, and dimensions of its own.
 */
export function threadsOf(wanted: number | undefined, dimension: number, cores: number): Threads {
  const busy = usefulThreads(dimension);
  const useful = Math.min(cores, busy);
  if (wanted === undefined || wanted <= useful) return { threads: wanted ?? useful };
  const limit = cores < busy ? counted(cores, "core") : counted(dimension, "dimension");
  const remark = `--threads ${wanted}: more than ${useful} would be of no use with ${limit}; going on with ${useful}`;
  return { threads: useful, remark };
}
