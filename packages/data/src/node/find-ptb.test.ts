import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPtb } from "./find-ptb.js";
import { PTB_FILES } from "./ptb-files.js";

// Each folder has the files but for the network's, of which the one file is `x`, with this sum.
const remote = [
  { name: "x.txt", bytes: 1, sha256: "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881" },
];
const folder = mkdtempSync(join(tmpdir(), "wordloom-"));
const server = createServer((_, response) => response.end("x"));
let baseUrl = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address !== null && typeof address !== "string") baseUrl = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function folderWithPtb(...path: string[]): string {
  const directory = join(folder, ...path);
  mkdirSync(directory, { recursive: true });
  for (const { name } of PTB_FILES) writeFileSync(join(directory, name), "a\n");
  return directory;
}

describe("findPtb(environment)", () => {
  test("prefers the folder it is given, then WORDLOOM_DATA, then the cache", async () => {
    const data = folderWithPtb("given");
    const shared = folderWithPtb("shared", "ptb");
    const cached = folderWithPtb("cache", "wordloom", "ptb");
    const environment = { WORDLOOM_DATA: join(folder, "shared"), XDG_CACHE_HOME: join(folder, "cache") };
    expect(await findPtb(environment, { data })).toEqual({ directory: data, from: "data" });
    expect(await findPtb(environment)).toEqual({ directory: shared, from: "WORDLOOM_DATA" });
    expect(await findPtb({ ...environment, WORDLOOM_DATA: "" })).toEqual({ directory: cached, from: "cache" });
    expect(await findPtb({ ...environment, WORDLOOM_DATA: folder })).toEqual({ directory: cached, from: "cache" });
    const options = { cacheDirectory: join(folder, "cache") };
    expect(await findPtb({}, options)).toEqual({ directory: cached, from: "cache" });
  });

  test("downloads into the cache, and then finds it there", async () => {
    const options = { cacheDirectory: join(folder, "fresh"), baseUrl, files: remote, timeoutSeconds: 60 };
    const directory = join(folder, "fresh", "wordloom", "ptb");
    expect(await findPtb({}, options)).toEqual({ directory, from: "download" });
    expect(await findPtb({}, options)).toEqual({ directory, from: "cache" });
  });

  test("tries nothing else if the folder it is given lacks a file", async () => {
    const data = folderWithPtb("incomplete");
    rmSync(join(data, "ptb.valid.txt"));
    mkdirSync(join(data, "ptb.valid.txt"));
    const complaint = findPtb({ WORDLOOM_DATA: join(folder, "shared") }, { data });
    await expect(complaint).rejects.toThrow(`findPtb: there is no ptb.valid.txt in ${data}`);
  });

  test("says what to set if there is no place for a cache", async () => {
    await expect(findPtb({})).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: findPtb: nowhere to keep a download; set WORDLOOM_DATA, XDG_CACHE_HOME or HOME]`,
    );
  });
});
