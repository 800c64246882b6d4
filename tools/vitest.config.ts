import { defineConfig } from "vitest/config";
import { tags } from "../vitest.tags.js";

/** Milliseconds: what ends a test that hangs, and none that is slow since the machine does other things. */
const HANG = 600_000;

export default defineConfig({
  test: {
    name: "repository",
    include: ["**/*.test.ts"],
    testTimeout: HANG,
    hookTimeout: HANG,
    maxWorkers: "100%",
    tags,
  },
});
