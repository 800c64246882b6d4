import { defineConfig } from "vitest/config";
import { tags } from "./vitest.tags.js";

export default defineConfig({
  test: { tags, projects: ["packages/*", "apps/*", "bench", "platforms", "tools"] },
});
