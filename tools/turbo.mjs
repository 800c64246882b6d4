// Runs turbo with telemetry off and everything it says on stderr, so that stdout belongs to the command that
// comes after it: `pnpm --silent evaluate … --json` prints JSON and nothing else, also when it had to build.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const { status } = spawnSync(
  process.execPath,
  [createRequire(import.meta.url).resolve("turbo/bin/turbo"), ...process.argv.slice(2)],
  {
    stdio: ["inherit", 2, 2],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  },
);
process.exitCode = status ?? 1;
