/** What a memory will hold, before there is one. */
export interface MemoryPlan {
  /** Bytes so far. */
  size: number;
}

const LINE = 64;

/** An empty plan. Address 0 stays unused. */
export function memoryPlan(): MemoryPlan {
  return { size: LINE };
}

/** Reserves so many bytes and returns their address. Kernels may read 64 bytes more, but find nothing of use there. */
export function reserve(plan: MemoryPlan, bytes: number): number {
  const address = plan.size;
  plan.size += Math.ceil((bytes + LINE) / LINE) * LINE;
  return address;
}
