import { cpus, loadavg, totalmem } from "node:os";
import { revision } from "./revision.ts";

/** What a figure was measured on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly node: string;
  /** Of Wordloom. */
  readonly commit: string;
  /** Processes that wanted a core in the minute before: more than 0 is someone else. */
  readonly loadBefore: number;
}

export async function machine(): Promise<Machine> {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.version.slice(1),
    commit: await revision(),
    loadBefore: Math.round(loadavg()[0] * 100) / 100,
  };
}

/** One line. */
export function machineText({ cpu, cores, memoryGib, node, commit, loadBefore }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGib} GiB, Node ${node}, commit ${commit}, load before the run ${loadBefore}`;
}

/** A complaint where others want the cores, too; undefined on a machine at rest. */
export function busyText({ loadBefore, cores }: Machine): string | undefined {
  if (loadBefore <= 0.25 * cores) return undefined;
  return `load ${loadBefore}: other programs want the ${cores} cores, so paces will be low and uneven`;
}
