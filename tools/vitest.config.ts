import { defineConfig } from "vitest/config";
import { timeouts } from "../vitest.shared.js";
import { tags } from "../vitest.tags.js";

export default defineConfig({
  test: {
    name: "repository",
    include: ["**/*.test.ts"],
    ...timeouts,
    maxWorkers: "100%",
    tags,
  },
});
