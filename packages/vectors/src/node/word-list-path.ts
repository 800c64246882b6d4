import { basename, dirname, join } from "node:path";

/** The file with the words of an array: `vectors.vocab` for `vectors.npy`. */
export function vocabularyPath(path: string): string {
  return `${stem(path)}.vocab`;
}

/**
 * The file with the words of the projector's numbers: `metadata.tsv` for `vectors.tsv`, `NAME_metadata.tsv` for
 * `NAME_tensor.tsv`, as gensim calls them, and `NAME.metadata.tsv` for any other `NAME.tsv`.
 */
export function metadataPath(path: string): string {
  const name = basename(stem(path));
  const metadata = name.replace(/(tensors?|vectors)$/, "metadata");
  return join(dirname(path), metadata === name ? `${name}.metadata.tsv` : `${metadata}.tsv`);
}

/** Without the ending of a compressed file, and then without that of its format. */
function stem(path: string): string {
  return path.replace(/\.(gz|zst)$/i, "").replace(/(?<=[^./\\])\.[^./\\]+$/, "");
}
