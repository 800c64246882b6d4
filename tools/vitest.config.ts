import { defineConfig } from "vitest/config";
import { tags } from "../vitest.tags.js";

export default defineConfig({ test: { name: "repository", include: ["**/*.test.ts"], testTimeout: 120_000, tags } });
