import { cpus, loadavg, totalmem } from "node:os";
import { revision } from "./revision.ts";

/** The machine that a figure was measured on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly node: string;
  /** The commit of Wordloom. */
  readonly commit: string;
  /** The load of the minute before: above 0, other programs used the cores. */
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

/** Describes a machine in one line. */
export function machineText({ cpu, cores, memoryGib, node, commit, loadBefore }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGib} GiB, Node ${node}, commit ${commit}, load before the run ${loadBefore}`;
}

/** Warns that other programs use the cores; undefined on a machine at rest. */
export function busyText({ loadBefore, cores }: Machine): string | undefined {
  if (loadBefore <= 0.25 * cores) return undefined;
  return `load ${loadBefore}: other programs want the ${cores} cores, so speeds will be low and uneven`;
}
