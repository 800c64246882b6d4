import { counted } from "@wordloom/terminal";

/** The number of threads to train with. */
export interface Threads {
  readonly threads: number;
  /** Says why it is not the number that the user asked for. */
  readonly remark?: string;
}

/**
 * Chooses the number of threads: as many as are useful, or fewer if the user asks for fewer. Each thread needs a core of its
 * own, and a lane to train.
 *
 * @param cores - the cores of the machine
 */
export function threadsOf(wanted: number | undefined, lanes: number, cores: number): Threads {
  const useful = Math.min(cores, lanes);
  if (wanted === undefined || wanted <= useful) return { threads: wanted ?? useful };
  const limit = cores < lanes ? counted(cores, "core") : counted(lanes, "lane");
  const remark = `--threads ${wanted}: more than ${useful} would not help with ${limit}; training with ${useful}`;
  return { threads: useful, remark };
}
