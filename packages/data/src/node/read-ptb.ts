import { join } from "node:path";
import { checkOptions } from "@wordloom/arguments";
import type { Corpus } from "../corpus/corpus.js";
import type { CorpusOptions } from "../corpus/read-corpus.js";
import { encodeCorpus } from "../vocabulary/encode.js";
import { PTB_FILES } from "./ptb-files.js";
import { readTextCorpus } from "./read-text-corpus.js";

/** The three parts of the Penn Treebank, in the ids of `train`. */
export interface Ptb {
  readonly train: Corpus;
  readonly valid: Corpus;
  readonly test: Corpus;
}

/**
 * Reads the Penn Treebank from a folder with `ptb.train.txt`, `ptb.valid.txt` and `ptb.test.txt`. Line ends are `<eos>` unless
 * `lineEnd` says otherwise.
 *
 * Every word of the real `valid` and `test` is also in `train`. In other texts of this layout, a word that is not in `train`
 * becomes `<unk>` if `train` has that word, and is left out otherwise.
 *
 * @throws Error if {@link readTextCorpus} refuses a file; the message has its name
 */
export async function readPtb(directory: string, options: Pick<CorpusOptions, "lineEnd"> = {}): Promise<Ptb> {
  checkOptions("readPtb", options, { lineEnd: true });
  const paths = PTB_FILES.map(({ name }) => join(directory, name));
  const [train, ...others] = await Promise.all(paths.map((path) => readTextCorpus(path, options)));
  const [valid, test] = others.map((corpus) =>
    encodeCorpus(corpus, train.vocabulary, train.vocabulary.idOf.has("<unk>") ? "<unk>" : "drop"),
  );
  return { train, valid, test };
}
