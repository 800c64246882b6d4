import type { ArrayMatchers } from "./arrays/array-matchers.js";

// Types only: `import type {} from "@wordloom/testing/vitest"` teaches vitest's `expect` the matchers.
declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends ArrayMatchers<R, T> {}
}

// Without it, the declaration file would not name vitest as a module to look for.
export type { Matchers } from "vitest";
