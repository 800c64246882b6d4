import { createHash } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { checkOptions } from "@wordloom/arguments";
import { fetchBytes } from "./fetch-bytes.js";
import { PTB_FILES, type PtbFile } from "./ptb-files.js";

/** Options of {@link downloadPtb}. */
export interface DownloadPtbOptions {
  /** The address of the folder with the files. Default: a public copy. */
  readonly baseUrl?: string;
  /** How many seconds the network may be silent, at first or in the middle. Default 5. */
  readonly timeoutSeconds?: number;
  /** Ends the download when it is aborted. */
  readonly signal?: AbortSignal;
  /** What to download. Default: {@link PTB_FILES}. */
  readonly files?: readonly PtbFile[];
}

/** A public copy of the Penn Treebank's language-model split. */
const PUBLIC_COPY = "https://raw.githubusercontent.com/tomsercu/lstm/master/data/";

/**
 * Downloads the Penn Treebank into a folder, and makes the folder if there is none. The size and the hash of all files are
 * checked before the first is written. Each is written under another name first, so a file in the folder is always whole.
 *
 * @throws Error if the network is silent too long, an answer is not a file, or a file is cut short or altered
 */
export async function downloadPtb(directory: string, options: DownloadPtbOptions = {}): Promise<void> {
  checkOptions("downloadPtb", options, { baseUrl: true, timeoutSeconds: true, signal: true, files: true });
  const { baseUrl = PUBLIC_COPY, timeoutSeconds = 5, signal, files = PTB_FILES } = options;
  const contents: Uint8Array[] = [];
  for (const file of files) {
    const url = `${baseUrl.replace(/\/$/, "")}/${file.name}`;
    const bytes = await fetchBytes("downloadPtb", url, file.bytes, timeoutSeconds, signal);
    checkSum(url, file, bytes);
    contents.push(bytes);
  }
  await mkdir(directory, { recursive: true });
  for (const [index, { name }] of files.entries()) await writeWhole(join(directory, name), contents[index]);
}

function checkSum(url: string, { sha256 }: PtbFile, bytes: Uint8Array): void {
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== sha256) {
    throw new Error(`downloadPtb: ${url} has sha256 ${found}, expected ${sha256}; was it altered on the way?`);
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
