import { defineConfig, type ViteUserConfig } from "vitest/config";
import { tags } from "./vitest.tags.js";

// Every resolver needs the condition, or packages of this workspace resolve to their last build.
const conditions = ["@wordloom/source", "import", "default"];

const shared: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { include: ["src/**/*.test.ts"], testTimeout: 60_000, tags },
});

export default shared;
