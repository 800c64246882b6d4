import { mergeConfig } from "vitest/config";
import shared from "../vitest.shared.js";

// Whole browsers and processes, on machines that do other things, too.
export default mergeConfig(shared, { test: { testTimeout: 120_000, hookTimeout: 120_000 } });
