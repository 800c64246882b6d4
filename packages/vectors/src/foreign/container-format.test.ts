import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { decodeBinary } from "../formats/binary/decode-binary.js";
import { decodeVectors } from "../formats/decode-vectors.js";
import type { VectorsFormat } from "../formats/format.js";
import { decodeText } from "../formats/text/decode-text.js";
import { readVectors } from "../reading/read-vectors.js";
import { decodeWordList } from "../word-lists/decode-word-list.js";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const zeros = (count: number) => "\0".repeat(count);
const VECTORS = "2 2\ntea 0.5 0.25\npot 1 2\n";
const FORMATS: readonly VectorsFormat[] = ["binary", "glove", "npy", "safetensors", "text", "tsv"];

/** One member as any tar writes it: the name, the size and the sum of its bytes; what is after the sum is `magic`'s. */
function tar(name: string, content: string, { type = "0", magic = "" } = {}): string {
  const size = content.length.toString(8).padStart(11, "0");
  const start = `${name.padEnd(100, "\0")}0000644\0${"0000000\0".repeat(2)}${size}\x0000000000000\0`;
  const end = (type + zeros(100) + magic).padEnd(356, "\0");
  const sum = [...bytes(start + " ".repeat(8) + end)].reduce((sum, byte) => sum + byte, 0);
  const blocks = content.padEnd(Math.ceil(content.length / 512) * 512, "\0");
  return `${start}${sum.toString(8).padStart(6, "0")}\0 ${end}${blocks}`;
}

const zip = (name: string) =>
  `PK\x03\x04\x14\0\0\0\x08\0${zeros(16)}${String.fromCharCode(name.length)}\0\0\0${name}\x4b\x4c${zeros(40)}`;
/** An entry that is stored as it is. */
const entry = (name: string, content: string) =>
  `PK\x03\x04\x14${zeros(13)}${int32(content.length, content.length)}${String.fromCharCode(name.length)}\0\0\0${name}${content}`;
const int32 = (...numbers: number[]) => String.fromCharCode(...new Uint8Array(Int32Array.from(numbers).buffer));
const f64 = (number: number) => String.fromCharCode(...new Uint8Array(Float64Array.of(number).buffer));
/** dim, ws, epoch, minCount, neg, wordNgrams, loss, model, bucket, minn, maxn, lrUpdateRate, t; then the dictionary. */
const fastText = (model: number, dim = 300) =>
  [
    int32(dim, 5, 5, 5, 5, 1, 2, model, 2_000_000, 3, 6, 100),
    f64(1e-4),
    int32(2, 2, 0, 40, 0),
    "tea\0",
    zeros(40),
  ].join("");

const containers: readonly (readonly [string, string, RegExp])[] = [
  [
    "tar",
    tar("w.txt", VECTORS, { magic: "ustar\x0000" }),
    /a tar archive, of "w\.txt" first; .*tar xOf FILE w\.txt > w\.txt/,
  ],
  [
    "tar of GNU, in a folder",
    tar("v/", "", { type: "5", magic: "ustar  \0" }) + tar("v/w.bin", VECTORS, { magic: "ustar  \0" }),
    /a tar archive, .*tar xOf FILE v\/w\.bin > w\.bin/,
  ],
  ["tar from before ustar", tar("w.txt", VECTORS, { type: "\0" }), /a tar archive, of "w\.txt" first/],
  ["tar whose first name is numbers", tar("3 4", VECTORS), /a tar archive, of "3 4" first/],
  ["zip", zip("glove.6B.50d.txt"), /a zip archive, .*of "glove\.6B\.50d\.txt" first; .*unzip -p FILE glove/],
  ["npz", zip("vectors.npy"), /a zip archive, .*unzip -p FILE vectors\.npy > vectors\.npy/],
  ["PyTorch", zip("archive/data.pkl"), /a PyTorch file; in Python, torch\.load/],
  ["PyTorch from before zip", `\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19.${zeros(20)}`, /a PyTorch file/],
  ["empty zip", `PK\x05\x06${zeros(18)}`, /a zip archive with nothing in it/],
  ["7z", `7z\xbc\xaf\x27\x1c\0\x04${zeros(30)}`, /a 7z archive; .*7z x -so FILE/],
  ["RAR", `Rar!\x1a\x07\x01\0${zeros(30)}`, /a RAR archive; .*unrar p/],
  ["xz", `\xfd7zXZ\0${zeros(30)}`, /compressed with xz; unpack it first: xz -dc FILE/],
  ["bzip2", "BZh91AY&SY\x8f\x9b", /compressed with bzip2; unpack it first: bzip2 -dc FILE/],
  ["zstd", `\x28\xb5\x2f\xfd${zeros(30)}`, /compressed with zstd; unpack it first: zstd -dc FILE/],
  ["lz4", `\x04\x22\x4d\x18${zeros(30)}`, /compressed with lz4; .*lz4 -dc FILE/],
  ["SQLite", `SQLite format 3\0\x10\0${zeros(30)}`, /a SQLite database, as \.magnitude files are/],
  ["HDF5", `\x89HDF\r\n\x1a\n${zeros(30)}`, /an HDF5 file; in Python, h5py/],
  ["GGUF", `GGUF\x03\0\0\0${zeros(30)}`, /a GGUF model/],
  [
    "a pickle of protocol 0",
    "ccopy_reg\n_reconstructor\np0\n(cgensim.models.keyedvectors\nKeyedVectors\n",
    /a Python pickle, .*: KeyedVectors\.load\("FILE"\)\.save_word2vec_format/,
  ],
  // The first bytes by gensim 4.2.
  [
    "a Word2Vec model",
    `\x80\x04\x95\x20\x17${zeros(6)}\x8c\x16gensim.models.word2vec\x94\x8c\x08Word2Vec\x94\x93`,
    /a Python pickle, .*: Word2Vec\.load\("FILE"\)\.wv\.save_word2vec_format/,
  ],
  [
    "vectors of fastText by gensim",
    `\x80\x04\x95\x63\x12${zeros(6)}\x8c\x16gensim.models.fasttext\x94\x8c\x14FastTextKeyedVectors\x94\x93`,
    /a Python pickle, .*: KeyedVectors\.load\("FILE"\)\.save/,
  ],
  [
    "a Doc2Vec model",
    `\x80\x04\x95\x20\x17${zeros(6)}\x8c\x15gensim.models.doc2vec\x94\x8c\x07Doc2Vec\x94\x93`,
    /a Python pickle, .*: Doc2Vec\.load\("FILE"\)\.wv\.save_word2vec_format/,
  ],
  [
    "a dictionary of gensim",
    `\x80\x04\x95\x4b\x03${zeros(6)}\x8c\x19gensim.corpora.dictionary\x94\x8c\nDictionary\x94\x93`,
    /a Python pickle of a gensim corpus or dictionary, which has no vectors/,
  ],
  [
    "a zip with a README first",
    `${entry("README.md", "x")}${entry("v/w.txt", VECTORS)}`,
    /a zip archive, .*with "v\/w\.txt" in it; take that out: unzip -p FILE v\/w\.txt > w\.txt/,
  ],
  [
    "a zip with nothing to be seen but a README",
    zip("README.md"),
    /a zip archive, .*of "README\.md" first; look inside for the vectors: unzip -l FILE/,
  ],
  [
    "a zip with a README first, whose size is behind it",
    `PK\x03\x04\x14\0\x08\0${zeros(10)}${int32(0, 0)}\x09\0\0\0README.md${entry("within.txt", VECTORS)}`,
    /a zip archive, .*of "README\.md" first; look inside for the vectors: unzip -l FILE/,
  ],
  [
    "a zip that could have been split",
    `PK\x07\x08${entry("w.txt", VECTORS)}`,
    /a zip archive, .*of "w\.txt" first; .*unzip -p FILE w\.txt > w\.txt/,
  ],
  [
    "a zip of a name with a space in it",
    zip("my vectors.txt"),
    /a zip archive, .*of "my vectors\.txt" first; .*unzip -p FILE NAME > OUT/,
  ],
  [
    "a zip of a name that is long",
    zip(`${"v".repeat(57)}.txt`),
    /a zip archive, .*of "v+\.tx…" first; .*unzip -p FILE NAME > OUT/,
  ],
  ["an Office document", zip("[Content_Types].xml"), /an Office document; save it as text with tabs/],
  [
    "a tar with a README first",
    tar("README.md", "x") + tar("w.txt", VECTORS),
    /a tar archive, with "w\.txt" in it; .*tar xOf FILE w\.txt/,
  ],
  ["a tar of a README", tar("LICENSE", "x"), /a tar archive, of "LICENSE" first; .*: tar tf FILE/],
  ["a pickle of protocol 0, a dictionary", "(dp0\nVtea\np1\n", /a Python pickle/],
  ["a pickle of protocol 1", "}q\0(X\x03\0\0\0teaq\x01", /a Python pickle/],
  ...[2, 3, 4, 5].map(
    (protocol) =>
      [`a pickle of protocol ${protocol}`, `\x80${String.fromCharCode(protocol)}}q\0`, /a Python pickle/] as const,
  ),
  ["Parquet", "PAR1\x15\x04\x15\x10", /a Parquet file; in Python, pandas/],
  ["Arrow", `ARROW1\0\0\xff\xff\xff\xff`, /an Arrow or Feather file/],
  ["Feather", `FEA1\0\0\0\0${zeros(20)}`, /an Arrow or Feather file/],
  ["ONNX", "\x08\x08\x12\x07pytorch\x1a\x052.0.1:", /an ONNX model/],
  ["LMDB", `${zeros(16)}\xde\xc0\xef\xbe${zeros(40)}`, /an LMDB database/],
  ["PDF", "%PDF-1.5\n%\xbf\xf7\xa2\xfe\n", /a PDF document/],
  ["ELF", `\x7fELF\x02\x01\x01${zeros(30)}`, /a program/],
  [
    "AppleDouble",
    `\0\x05\x16\x07\0\x02\0\0Mac OS X        ${zeros(20)}`,
    /what macOS keeps beside a file .*without \._/,
  ],
  [".DS_Store", `\0\0\0\x01Bud1${zeros(40)}`, /what macOS notes about a folder, \.DS_Store/],
  ["UTF-16 without a mark", Array.from(VECTORS, (character) => `${character}\0`).join(""), /text in UTF-16; .*iconv/],
  ["UTF-16", `\xff\xfe${Array.from(VECTORS, (character) => `${character}\0`).join("")}`, /text in UTF-16; .*iconv/],
  [
    "a pointer of Git LFS",
    "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n",
    /a pointer of Git LFS, .*git lfs pull/,
  ],
  ["zeros", zeros(600), /nothing but zeros/],
  [
    "fastText",
    `\xba\x16\x4f\x2f\x0c\0\0\0${fastText(2)}`,
    /a fastText model, of 300 numbers a word; read the \.vec file/,
  ],
  [
    "a classifier of fastText",
    `\xba\x16\x4f\x2f\x0c\0\0\0${fastText(3)}`,
    /a fastText model, of a classifier; in Python/,
  ],
  [
    "fastText from before its magic number",
    fastText(2),
    /a fastText model from before its magic number, of 300 numbers/,
  ],
  // 32 05 is "2\x05", 0a a newline: settings may look like the start of a text.
  ["the same, of 50 numbers", fastText(1, 50), /a fastText model from before its magic number, of 50 numbers/],
];

describe.each(containers)("%s", (_, content, name) => {
  const file = bytes(content);
  const message = new RegExp(`^decodeVectors: the file is ${name.source}`);
  const caught = async (read: () => unknown) => {
    try {
      await read();
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return "no error";
  };

  test("is called by its name, whatever format is asked for", async () => {
    expect(await caught(() => decodeVectors(file))).toMatch(message);
    for (const format of FORMATS)
      expect(await caught(() => decodeVectors(file, { format, limit: 1 }))).toMatch(message);
  });

  test("is called by its name in a stream, in bytes each on its own, and in gzip", async () => {
    const list = { words: ["tea", "pot"] };
    async function* each(): AsyncGenerator<Uint8Array, void> {
      for (let at = 0; at < file.length; at++) yield file.subarray(at, at + 1);
    }
    expect(await caught(() => readVectors(each(), { list, limit: 1 }))).toMatch(message);
    expect(await caught(() => readVectors(gzipSync(file), { limit: 1 }))).toMatch(message);
    expect(await caught(() => readVectors(gzipSync(gzipSync(file)), { format: "text" }))).toMatch(message);
  });

  test("is called by its name by the readers of one format, and as a list", async () => {
    const short = new RegExp(`: the (file|list) is ${name.source}`);
    expect(await caught(() => decodeText(file))).toMatch(short);
    expect(await caught(() => decodeBinary(file))).toMatch(short);
    expect(await caught(() => decodeWordList(file))).toMatch(short);
  });
});

test("what was packed has commands for what is inside", async () => {
  const file = bytes(zip("w.txt"));
  const message = /unzip -p FILE w\.txt > w\.txt; it is packed, so make that FILE of it before: /;
  await expect(readVectors(file)).rejects.toThrow(/w\.txt > w\.txt$/);
  // Where nothing is told to be done with the file, there is nothing to do before.
  await expect(readVectors(gzipSync(bytes(zeros(600))))).rejects.toThrow(/did the download or the disk fail\?$/);
  await expect(readVectors(gzipSync(file))).rejects.toThrow(new RegExp(`${message.source}gzip -dc PACKED > FILE$`));
  await expect(readVectors(gzipSync(gzipSync(file)))).rejects.toThrow(
    new RegExp(`${message.source}gzip -dc PACKED \\| gzip -dc > FILE$`),
  );
});

describe("what begins like a container", () => {
  test.each(["GGUF", "BZh", "Rar!", "PAR1", "SQLite", "%PDF-1.4", "MZ", "Obj", "PK", "FiFu", "7z", "cos", "(dp", "]"])(
    "is a word: %s",
    (word) => {
      const { words } = decodeVectors(bytes(`${word} 0.5 0.25\npot 1 2\n`));
      expect(words).toEqual([word, "pot"]);
    },
  );

  test("is the length of a header of safetensors", async () => {
    // 35,615 is 1f 8b, as gzip begins; 0x8a is no start of its own.
    const header = JSON.stringify({
      __metadata__: { words: '["a"]' },
      embeddings: { dtype: "F32", shape: [1, 1], data_offsets: [0, 4] },
    }).padEnd(0x8b1f, " ");
    const file = bytes(`\x1f\x8b${zeros(6)}${header}\0\0\x80\x3f`);
    expect(decodeVectors(file).data).toEqual(Float32Array.of(1));
    expect((await readVectors(file)).data).toEqual(Float32Array.of(1));
  });
});
