import { cpus, loadavg, totalmem } from "node:os";

/** What a figure was measured on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly node: string;
  /** Processes that wanted a core in the minute before: more than 0 is someone else. */
  readonly loadBefore: number;
}

export function machine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.version.slice(1),
    loadBefore: Math.round(loadavg()[0] * 100) / 100,
  };
}

export function machineText({ cpu, cores, memoryGib, node, loadBefore }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGib} GiB, Node ${node}, load before the run ${loadBefore}`;
}
