import { stat } from "node:fs/promises";
import { join } from "node:path";
import { checkOptions } from "@wordloom/arguments";
import { cacheDirectory, type Environment } from "./cache-directory.js";
import { type DownloadPtbOptions, downloadPtb } from "./download-ptb.js";
import { PTB_FILES } from "./ptb-files.js";

/** Options of {@link findPtb}. */
export interface FindPtbOptions extends DownloadPtbOptions {
  /** The folder with the files. If it is given, no other is tried. */
  readonly data?: string;
  /** The folder for caches. Default: the one that the environment names. */
  readonly cacheDirectory?: string;
}

/** The folder with the three files, and how it was found. */
export interface FoundPtb {
  readonly directory: string;
  readonly from: "data" | "WORDLOOM_DATA" | "cache" | "download";
}

/**
 * Finds the Penn Treebank: in the folder `data`, or else in the folder `ptb` of `WORDLOOM_DATA`, in the folder `wordloom/ptb`
 * of the cache, or on the network. What comes from the network is kept in the cache.
 *
 * @throws Error if `data` lacks a file, if there is no place for a cache, or as {@link downloadPtb} does
 */
export async function findPtb(environment: Environment, options: FindPtbOptions = {}): Promise<FoundPtb> {
  checkOptions("findPtb", options, {
    data: true,
    cacheDirectory: true,
    baseUrl: true,
    timeoutSeconds: true,
    signal: true,
    files: true,
  });
  const { data, cacheDirectory: cache = cacheDirectory(environment), ...download } = options;
  const { files = PTB_FILES } = download;
  const missingFrom = async (directory: string) => {
    const present = await Promise.all(files.map(({ name }) => isFile(join(directory, name))));
    return files.find((_, index) => !present[index])?.name;
  };

  if (data !== undefined) {
    const missing = await missingFrom(data);
    if (missing !== undefined) throw new Error(`findPtb: there is no ${missing} in ${data}`);
    return { directory: data, from: "data" };
  }

  const { WORDLOOM_DATA } = environment;
  if (WORDLOOM_DATA) {
    const directory = join(WORDLOOM_DATA, "ptb");
    if ((await missingFrom(directory)) === undefined) return { directory, from: "WORDLOOM_DATA" };
  }

  if (!cache) throw new Error("findPtb: nowhere to keep a download; set WORDLOOM_DATA, XDG_CACHE_HOME or HOME");
  const directory = join(cache, "wordloom", "ptb");
  if ((await missingFrom(directory)) === undefined) return { directory, from: "cache" };
  await downloadPtb(directory, download);
  return { directory, from: "download" };
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ?? false;
}
