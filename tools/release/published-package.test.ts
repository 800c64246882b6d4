import { describe, expect, test } from "vitest";
import { faultsOf, type PublishedPackage } from "./published-package.js";

const sound: PublishedPackage = {
  manifest: {
    name: "@wordloom/layers",
    version: "0.1.0",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./package.json": "./package.json" },
    bin: { layers: "./dist/cli.js" },
    dependencies: { "@wordloom/tensor": "^0.1.0", vega: "^6.4.0" },
    devDependencies: { vitest: "^5.1.1" },
    publishConfig: { provenance: true },
  },
  files: ["package.json", "README.md", "LICENSE", "dist/index.js", "dist/index.d.ts", "dist/cli.js", "src/index.ts"],
};
const { manifest, files } = sound;

describe("faultsOf(package)", () => {
  test("finds none in a sound package", () => {
    expect(faultsOf(sound)).toEqual([]);
  });

  test.each(["LICENSE", "README.md", "dist/cli.js", "dist/index.d.ts"])("misses %s", (gone) => {
    expect(faultsOf({ manifest, files: files.filter((file) => file !== gone) })).toEqual([
      `@wordloom/layers: lacks ${gone}`,
    ]);
  });

  test.each(["src/chain.test.ts", "src/chain.bench.ts", "src/fixtures/a.json", ".turbo/build.log", "tsup.config.ts"])(
    "tells %s",
    (file) => {
      expect(faultsOf({ manifest, files: [...files, file] })).toEqual([
        `@wordloom/layers: brings ${file}, which users have no use for`,
      ]);
    },
  );

  test.each([
    ["dependencies", "workspace:^"],
    ["devDependencies", "catalog:"],
    ["peerDependencies", "catalog:"],
  ])("tells a range in %s that only the workspace knows", (kind, range) => {
    expect(faultsOf({ manifest: { ...manifest, [kind]: { vitest: range } }, files })).toEqual([
      `@wordloom/layers: asks for vitest in ${range}, which only the workspace knows`,
    ]);
  });

  test("tells a package of ours in another version", () => {
    const dependencies = { "@wordloom/tensor": "^0.0.0" };
    expect(faultsOf({ manifest: { ...manifest, dependencies }, files })).toEqual([
      "@wordloom/layers: is version 0.1.0 and asks for @wordloom/tensor in ^0.0.0, not ^0.1.0",
    ]);
  });

  test("tells that provenance is not asked for", () => {
    expect(faultsOf({ manifest: { ...manifest, publishConfig: { access: "public" } }, files })).toEqual([
      "@wordloom/layers: does not ask for provenance",
    ]);
  });
});
