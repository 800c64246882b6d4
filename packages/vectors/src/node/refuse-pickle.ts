import { open } from "node:fs/promises";
import { containerFormat } from "../foreign/container-format.js";
import { noWords } from "../word-lists/no-words.js";

/**
 * Refuses an array that gensim has saved beside the pickle with its words: `w.kv.vectors.npy` beside `w.kv`.
 *
 * @throws Error with the way out, if there is such a pickle
 */
export async function refusePickle(path: string): Promise<void> {
  const inner = path.replace(/\.(gz|zst)$/i, "").replace(/\.npy$/i, "");
  if (inner === path) return;
  for (let name = inner; /[^./\\]\.[^./\\]+$/.test(name); ) {
    const isOfModel = /\.wv$/.test(name);
    name = name.replace(/\.[^./\\]+$/, "");
    if (!(await isPickle(name))) continue;
    const loaded = isOfModel ? `Word2Vec.load("${name}").wv` : `KeyedVectors.load("${name}")`;
    throw new Error(
      `readVectors: ${noWords("")}; these are in ${name}, a Python pickle, which is not read; ` +
        `give a list of them, or write both anew in Python: ${loaded}.save_word2vec_format("OUT.bin", binary=True) (${path})`,
    );
  }
}

async function isPickle(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(64), 0, 64, 0);
    return containerFormat(buffer.subarray(0, bytesRead))?.startsWith("a Python pickle") === true;
  } catch {
    // A folder, say.
    return false;
  } finally {
    await file.close();
  }
}
