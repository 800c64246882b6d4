import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { getSystemErrorMap } from "node:util";
import { print, terminalWidth, wrongUse } from "@wordloom/terminal";
import type { VectorsFormat, WordVectors } from "@wordloom/vectors";
import { readVectors, replaceFiles, writeVectors } from "@wordloom/vectors/node";
import { type Comparison, compareVectors } from "./compare-vectors.js";
import { comparisonParts } from "./comparison-parts.js";
import { type ConversionLoss, conversionLoss } from "./conversion-loss.js";
import { conversionText } from "./conversion-text.js";
import { model2Vec } from "./model2vec/model2vec-files.js";
import { openVectors, type Reading } from "./open-vectors.js";
import { readAnalogySets, readPairs } from "./read-test-sets.js";
import { reporter } from "./reporter.js";
import { protocolsOf, type Scoring } from "./scoring.js";
import type { Numbers, Target } from "./targets.js";

export interface ConvertOptions extends Scoring, Reading {
  /** By the ending of the path unless told otherwise. */
  readonly to?: Target;
  readonly numbers: Numbers;
  readonly analogies?: readonly string[];
  readonly pairs?: readonly string[];
  /** `--no-check`: what was written is not read back. */
  readonly check: boolean;
  readonly json?: true;
  readonly quiet?: true;
}

/** What became of a conversion; what `--json` prints. */
export interface Conversion {
  readonly from: { readonly file: string; readonly words: number; readonly dimension: number; readonly bytes: number };
  readonly to: { readonly path: string; readonly format: Target; readonly numbers: string; readonly bytes: number };
  /** Whether every row was read, as without `--limit`. */
  readonly isAll: boolean;
  readonly notes: readonly string[];
  /** Null if nothing was read back. */
  readonly loss: ConversionLoss | null;
  /** Of the vectors before, A, and after, B, on test sets, if there were any. */
  readonly comparison: Comparison | null;
}

/** Reads vectors, writes them in another form, reads that back, and prints what was lost. */
export async function convert(from: string, to: string, options: ConvertOptions): Promise<void> {
  const say = reporter(options.quiet);
  const analogies = await readAnalogySets(options.analogies ?? []);
  const pairs = await readPairs(options.pairs ?? []);
  protocolsOf(analogies, options.protocol);
  const scores = analogies.length + pairs.length > 0;
  if (scores && !options.check) throw wrongUse("--no-check reads nothing back that --analogies or --pairs could score");
  if (scores && options.resamples === 0)
    throw wrongUse("a difference needs its interval: --resamples must be at least 100");

  const { file, vectors } = await openVectors(from, say, options);
  const before = (await stat(file)).size;
  say.status(`writing ${to} …`);
  const written = await write(to, vectors, options);
  say.status(options.check ? `reading ${to} back …` : "");
  const back = options.check
    ? await readVectors(written.read, { ...written.reading, limit: vectors.words.length })
    : null;
  say.status("measuring what was lost …");
  const conversion: Conversion = {
    from: { file, words: vectors.words.length, dimension: vectors.dimension, bytes: before },
    to: { path: to, format: written.format, numbers: options.numbers, bytes: await sizeOf(written.paths) },
    isAll: options.limit === undefined,
    notes: written.notes,
    loss: back && conversionLoss(vectors, back),
    comparison: back && scores ? compareVectors(vectors, back, { ...options, analogies, pairs }) : null,
  };
  say.status("");
  if (options.json) return print(JSON.stringify(conversion));
  const width = terminalWidth();
  const parts =
    conversion.comparison === null ? [] : ["A: before, B: after", ...comparisonParts(conversion.comparison, width)];
  print([conversionText(conversion, width), ...parts].join("\n\n"));
}

interface Written {
  readonly format: Target;
  readonly paths: readonly string[];
  /** The file to read back, and how. */
  readonly read: string;
  readonly reading: { readonly format?: VectorsFormat };
  readonly notes: readonly string[];
}

async function write(path: string, vectors: WordVectors, { to, numbers }: ConvertOptions): Promise<Written> {
  if (to === "model2vec" || (to === undefined && /[/\\]$/.test(path))) return writeModel2Vec(path, vectors, numbers);
  const { format, paths } = await writeVectors(path, vectors, { numbers, ...(to && { format: to }) });
  return { format, paths, read: path, reading: { format }, notes: [] };
}

async function writeModel2Vec(
  folder: string,
  vectors: WordVectors,
  numbers: ConvertOptions["numbers"],
): Promise<Written> {
  if (numbers === "bf16")
    throw wrongUse("--numbers bf16 is nothing that Model2Vec's layout holds; f32, f16 and int8 are");
  const { files, notes } = model2Vec(vectors, numbers);
  for (const each of [folder, join(folder, "onnx")]) await makeFolder(each);
  const all = Array.from(files, ([name, chunks]) => ({ path: join(folder, name), chunks }));
  await replaceFiles(all);
  const paths = all.map(({ path }) => path);
  return { format: "model2vec", paths, read: join(folder, "model.safetensors"), reading: {}, notes };
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") return;
    const message = getSystemErrorMap().get(error.errno ?? 0)?.[1] ?? error.message;
    throw new Error(`cannot make the folder ${path}: ${message}`, { cause: error });
  });
}

async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
