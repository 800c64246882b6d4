import { fromLatin1 } from "../words/text-coding.js";

/** Where in a pickle the class of what it holds is named. */
const CLASS_WITHIN = 512;

/** What to say of a Python pickle: its first bytes name the class, and by that what writes a file that can be read. */
export function pickleFormat(start: Uint8Array): string {
  const text = fromLatin1(start.subarray(0, CLASS_WITHIN));
  const [, inModule, module] = /gensim\.(models|corpora)\.(\w+)/.exec(text) ?? [];
  if (inModule === "corpora") return "a Python pickle of a gensim corpus or dictionary, which has no vectors";
  if (/KeyedVectors/.test(text) || module === "keyedvectors") return ofGensim('KeyedVectors.load("FILE")');
  const model = ["Word2Vec", "FastText", "Doc2Vec"].find((name) => name.toLowerCase() === module);
  if (model !== undefined) return ofGensim(`${model}.load("FILE").wv`);
  return "a Python pickle; the program that wrote it reads it, and may write word2vec's format, or np.save its table";
}

function ofGensim(loaded: string): string {
  return (
    "a Python pickle, as gensim's save writes; its save_word2vec_format writes a file that can be read: " +
    `${loaded}.save_word2vec_format("OUT.bin", binary=True)`
  );
}
