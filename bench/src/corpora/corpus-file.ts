import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Corpus } from "@wordloom/data";
import { findPtb, PTB_FILES, readTextCorpus } from "@wordloom/data/node";

/** A text that all programs read. */
export interface CorpusFile {
  readonly name: string;
  readonly path: string;
  /** Every token of the file: what words a second are counted in. */
  readonly tokens: number;
  readonly lines: number;
  /** Tokens of words that occur so often, at least once. */
  readonly keptTokens: (minCount: number) => number;
  /** Words that occur so often, at least once. */
  readonly words: (minCount: number) => number;
}

/**
 * No program cuts lines of this length: word2vec.c and fastText do at 1,000 and 1,024 tokens, gensim at 10,000. Lines of
 * texts are much shorter, and windows don't reach over their ends in any of them.
 */
const LINE_TOKENS = 1_000;

/**
 * Writes a corpus to a file in which it is one stream of tokens: that of the Penn Treebank, with its `<eos>`, that of
 * `enwiki2015-100m.gz` in `WORDLOOM_DATA`, or that of any text.
 *
 * @param name - `ptb`, `wikipedia` or a path
 * @param limit - how many tokens, from the start
 * @throws Error if the corpus isn't found
 */
export async function corpusFile(name: string, path: string, limit: number = Infinity): Promise<CorpusFile> {
  const corpus = await namedCorpus(name);
  const ids = corpus.ids.subarray(0, Math.min(limit, corpus.ids.length));
  const { words } = corpus.vocabulary;
  const file = await open(path, "w");
  let lines = 0;
  try {
    for (let from = 0; from < ids.length; from += LINE_TOKENS) {
      await file.write(`${Array.from(ids.subarray(from, from + LINE_TOKENS), (id) => words[id]).join(" ")}\n`);
      lines++;
    }
  } finally {
    await file.close();
  }
  const counts = new Float64Array(words.length);
  for (const id of ids) counts[id]++;
  return {
    name,
    path,
    tokens: ids.length,
    lines,
    keptTokens: (minCount) => counts.reduce((sum, count) => sum + (count >= minCount ? count : 0), 0),
    words: (minCount) => counts.reduce((sum, count) => sum + (count >= minCount ? 1 : 0), 0),
  };
}

async function namedCorpus(name: string): Promise<Corpus> {
  if (name === "ptb") {
    const { directory } = await findPtb(process.env).catch(({ message }: Error) => {
      throw new Error(`${message} Or set WORDLOOM_DATA to a folder that has it as ptb`);
    });
    return readTextCorpus(join(directory, PTB_FILES[0].name));
  }
  if (name !== "wikipedia") return readTextCorpus(name, { lineEnd: "boundary" });
  const { WORDLOOM_DATA: data } = process.env;
  if (!data) throw new Error("corpusFile: WORDLOOM_DATA is not set; it names the folder with enwiki2015-100m.gz");
  return readTextCorpus(join(data, "enwiki2015-100m.gz"), { lineEnd: "boundary" });
}
