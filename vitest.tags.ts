import type { TestTagDefinition } from "vitest/config";

/** The words by which tests are chosen. */
export const tags: TestTagDefinition[] = [
  {
    name: "slow",
    description: "Statistical, exhaustive or a rehearsal: run by `pnpm test:slow`, which is part of `pnpm check`.",
  },
];
