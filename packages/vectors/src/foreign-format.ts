import { fromLatin1 } from "./text-coding.js";

/** The first bytes of files that are often taken for word vectors, and what to do about each. */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x1f, 0x8b], "compressed with gzip; readVectors unpacks it"],
  [[0xba, 0x16, 0x4f, 0x2f], "a fastText model; read the .vec file that fastText writes beside it"],
  [[0x50, 0x4b, 3, 4], "a zip archive, as .npz files and downloads are; unpack it first"],
  [[0x28, 0xb5, 0x2f, 0xfd], "compressed with zstd; unpack it first"],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "compressed with xz; unpack it first"],
  [[0x42, 0x5a, 0x68], "compressed with bzip2; unpack it first"],
  [[0x89, 0x48, 0x44, 0x46], "an HDF5 file"],
  [[0x47, 0x47, 0x55, 0x46], "a GGUF model"],
  [[0x46, 0x69, 0x46, 0x75], "a finalfusion file; finalfusion-utils converts it to word2vec's format"],
  [[0xff, 0xfe], "text in UTF-16; save it as UTF-8"],
  [[0xfe, 0xff], "text in UTF-16; save it as UTF-8"],
  ...[2, 3, 4, 5].map(
    (version) =>
      [
        [0x80, version],
        "a Python pickle, as gensim's save writes; its save_word2vec_format writes a file that can be read",
      ] as const,
  ),
];

const texts: readonly (readonly [RegExp, string])[] = [
  [/^version https:\/\/git-lfs/, "a pointer of Git LFS, not the file itself; git lfs pull fetches that"],
  [/^\s*<(!doctype|html|\?xml)/i, "a web page; was the download refused?"],
  [/^\s*[[{]/, "JSON"],
  [/^\d+ \d+ \d+ \d+ \d+ \d+ \S+ \S+ *\r?\n/, "floret's hashed table, whose rows have no words"],
];

/** What a file is that is no word vectors, by its first bytes; undefined for what isn't known either. */
export function foreignFormat(start: Uint8Array): string | undefined {
  const [, name] = signatures.find(([bytes]) => bytes.every((byte, i) => start[i] === byte)) ?? [];
  if (name !== undefined) return name;
  const text = fromLatin1(start.subarray(0, 200));
  return texts.find(([pattern]) => pattern.test(text))?.[1];
}
