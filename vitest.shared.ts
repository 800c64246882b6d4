import { defineConfig, type ViteUserConfig } from "vitest/config";
import { tags } from "./vitest.tags.js";

// Every resolver needs the condition, or packages of this workspace resolve to their last build.
const conditions = ["@wordloom/source", "import", "default"];

const HANG_MILLISECONDS = 600_000;

/** Time limits that end a test that hangs, and no test that is slow because the machine does other things. */
export const timeouts: { readonly testTimeout: number; readonly hookTimeout: number } = {
  testTimeout: HANG_MILLISECONDS,
  hookTimeout: HANG_MILLISECONDS,
};

// On all cores: a project does not take the number of workers from the configuration of the root.
const shared: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { include: ["src/**/*.test.ts"], ...timeouts, maxWorkers: "100%", tags },
});

export default shared;
