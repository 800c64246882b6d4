import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cacheDirectory } from "./cache-directory.js";

describe("cacheDirectory(environment, system)", () => {
  test("is XDG_CACHE_HOME before anything else", () => {
    const environment = { XDG_CACHE_HOME: "/cache", HOME: "/home/ada", LOCALAPPDATA: "C:\\Local" };
    for (const system of ["linux", "darwin", "win32"]) expect(cacheDirectory(environment, system)).toBe("/cache");
  });

  test("is where the system keeps caches", () => {
    const environment = { HOME: "/home/ada", LOCALAPPDATA: "C:\\Local", XDG_CACHE_HOME: "" };
    expect(cacheDirectory(environment, "linux")).toBe(join("/home/ada", ".cache"));
    expect(cacheDirectory(environment, "darwin")).toBe(join("/home/ada", "Library", "Caches"));
    expect(cacheDirectory(environment, "win32")).toBe("C:\\Local");
  });

  test("is unknown if the environment does not say", () => {
    expect(cacheDirectory({}, "linux")).toBeUndefined();
    expect(cacheDirectory({ HOME: "/home/ada" }, "win32")).toBeUndefined();
  });
});
