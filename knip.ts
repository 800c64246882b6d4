import type { KnipConfig } from "knip";

const config: KnipConfig = {
  // Examples in READMEs use dependencies, too.
  compilers: { md: (text) => Array.from(text.matchAll(/^```ts\n(.*?)^```$/gms), ([, code]) => code).join("\n") },
  workspaces: {
    ".": { entry: ["tools/**/*.md"], project: ["tools/**"] },
    "{packages,apps}/*": { entry: ["**/*.md"], project: ["**/*.{ts,md}"] },
    // Its kernels' module, which the build writes, imports a type.
    "packages/optimizers": {
      entry: ["**/*.md"],
      project: ["**/*.{ts,md}"],
      ignoreDependencies: ["@wordloom/wasm"],
    },
    bench: { entry: ["**/*.md", "src/**/*-child.ts", "src/**/*-worker.ts"], project: ["**/*.{ts,md}"] },
    docs: { entry: ["**/*.md"], project: ["**/*.md"] },
    "examples/*": { entry: ["*.{ts,md}"], project: ["*.{ts,md}"] },
    // The tests run these two in other engines, by their text and by their name.
    platforms: {
      entry: ["**/*.md", "src/bits.ts"],
      project: ["**/*.{ts,md}"],
      ignoreDependencies: ["@sparticuz/chromium", "node-22", "node-26"],
    },
  },
  // AssemblyScript and the programs of workers, which tools/kernels compiles.
  ignore: ["packages/*/src/assembly/**", "packages/*/src/workers/programs/**", "bench/src/assembly/**"],
  // Resolved by a path in tools/turbo.mjs.
  ignoreDependencies: ["turbo"],
  // Part of the systems on which the tests that call it run.
  ignoreBinaries: ["mkfifo"],
};

export default config;
