import { defineConfig, type ViteUserConfig } from "vitest/config";
import { tags } from "./vitest.tags.js";

// Every resolver needs the condition, or packages of this workspace resolve to their last build.
const conditions = ["@wordloom/source", "import", "default"];

/** Milliseconds: what ends a test that hangs, and none that is slow since the machine does other things. */
const HANG = 600_000;

// On all cores: a project does not take the number of workers from the configuration of the root.
const shared: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { include: ["src/**/*.test.ts"], testTimeout: HANG, hookTimeout: HANG, maxWorkers: "100%", tags },
});

export default shared;
