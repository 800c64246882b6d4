import { counted } from "@wordloom/terminal";
import { usefulThreads } from "@wordloom/word2vec";

/** The number of threads to train with. */
export interface Threads {
  readonly threads: number;
  /** Says why it is not the number that the user asked for. */
  readonly remark?: string;
}

/**
 * Chooses the number of threads: as many as are useful, or fewer if the user asks for fewer. Each thread needs a core of its
 * own, because all wait for the slowest, and dimensions of its own.
 *
 * @param cores - the cores of the machine
 */
export function threadsOf(wanted: number | undefined, dimension: number, cores: number): Threads {
  const busy = usefulThreads(dimension);
  const useful = Math.min(cores, busy);
  if (wanted === undefined || wanted <= useful) return { threads: wanted ?? useful };
  const limit = cores < busy ? counted(cores, "core") : counted(dimension, "dimension");
  const remark = `--threads ${wanted}: more than ${useful} would not help with ${limit}; training with ${useful}`;
  return { threads: useful, remark };
}
