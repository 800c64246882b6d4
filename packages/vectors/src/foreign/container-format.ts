import { fastTextModel } from "./fasttext-model.js";
import { pickleFormat } from "./pickle-format.js";
import { tarArchive } from "./tar-archive.js";
import { zipArchive } from "./zip-archive.js";

/** Bytes from the start of a file by which every container is known: a block of a tar archive, and some until its first file. */
export const CONTAINER_START = 4096;

const UTF16 = "text in UTF-16; save it as UTF-8: iconv -f UTF-16 -t UTF-8 FILE > OUT";
const PROTOBUF = "which holds many tables; take the one of the words out in Python, np.save writes what can be read";

/**
 * What the first bytes of a file are, written as in an address: what is not printable ASCII by its number, `%1f`. Words
 * may begin as some of these do, `GGUF` or `Rar!`, so that each must go on with what no text has, or is too long for
 * chance.
 */
const starts: readonly (readonly [RegExp, string | ((start: Uint8Array) => string)])[] = [
  [/^%1f%8b/, "compressed with gzip; readVectors unpacks it"],
  [/^(\(%b5\/%fd|[P-_]\*M%18)/, "compressed with zstd; unpack it first: zstd -dc FILE > OUT"],
  [/^%fd7zXZ/, "compressed with xz; unpack it first: xz -dc FILE > OUT"],
  [/^BZh([1-9](1AY&SY|%17rE8P%90)|%0[0-8])/, "compressed with bzip2; unpack it first: bzip2 -dc FILE > OUT"],
  [/^(%04"M%18|%02!L%18)/, "compressed with lz4; unpack it first: lz4 -dc FILE > OUT"],
  [/^\]%00%00/, "compressed with lzma; unpack it first: xz --format=lzma -dc FILE > OUT"],
  [/^LZIP%01/, "compressed with lzip; unpack it first: lzip -dc FILE > OUT"],
  [/^%89LZO%00/, "compressed with lzop; unpack it first: lzop -dc FILE > OUT"],
  [/^%1f%(9d|a0|1e)/, "compressed with compress; unpack it first: gzip -dc FILE > OUT"],
  [/^%ff%06%00%00sNaPpY/, "compressed with snappy; unpack it first"],
  [/^7z%bc%af'%1c/, "a 7z archive; take the vectors out of it: 7z x -so FILE > OUT"],
  [/^Rar!%1a%07/, "a RAR archive; take the vectors out of it: unrar p -inul FILE > OUT"],
  [/^MSCF%00%00%00%00/, "a cabinet archive; take the vectors out of it: cabextract -p FILE > OUT"],
  [/^xar!%00/, "a xar archive; take the vectors out of it: bsdtar xOf FILE > OUT"],
  [/^!<arch>%0a/, "an ar archive, as .a and .deb files are; take the vectors out of it: ar p FILE > OUT"],
  [/^(07070[127][0-9a-fA-F]{8}|%c7q)/, "a cpio archive; take the vectors out of it: bsdtar xOf FILE > OUT"],
  [
    /^SQLite format 3%00/,
    "a SQLite database, as .magnitude files are; in Python, pymagnitude's Magnitude iterates over words and vectors",
  ],
  [/^%89HDF/, "an HDF5 file; in Python, h5py reads it, and np.save writes its table so that it can be read"],
  [/^GGUF%0[0-8]/, "a GGUF model; it holds many tables, and no file of word vectors"],
  [/^FiFu%0[0-8]/, "a finalfusion file; finalfusion-utils converts it to word2vec's format"],
  [/^%80%02%8a%0al%fc%9cF%f9/, "a PyTorch file; in Python, torch.load reads it, and np.save writes its table"],
  [/^%80%0[2-5]/, pickleFormat],
  // Protocols 0 and 1, which are text, or nearly.
  [/^(c[\w.]+%0a\w+%0a[pq(]|\([dli]p\d+%0a|[}\]]q%00|\(i[\w.]+%0a\w+%0a)/, pickleFormat],
  [/^PAR[1E]%[01]./, "a Parquet file; in Python, pandas.read_parquet reads it, and np.save writes its table"],
  [
    /^(ARROW1%00%00|FEA1%00)/,
    "an Arrow or Feather file; in Python, pandas.read_feather reads it, np.save writes its table",
  ],
  [/^ORC%[01]./, "an ORC file; in Python, pandas.read_orc reads it, and np.save writes its table"],
  [/^Obj%01/, "an Avro file; a program that knows Avro reads it"],
  [/^(%..|.){16}%de%c0%ef%be/, "an LMDB database; the Python package lmdb reads it"],
  [/^MANIFEST-\d{6}%0a/, "part of a LevelDB database; the Python package plyvel reads its folder"],
  [/^MATLAB [57]\.\d MAT-file/, "a MATLAB file; in Python, scipy.io.loadmat reads it, and np.save writes its table"],
  [
    /^(RD[AX][23]%0a|[XA]%0a%00%00%00)/,
    "a file of R's objects; readRDS or load reads it there, write.table writes text",
  ],
  [/^%ac%ed%00%05/, "a Java object; the program that wrote it reads it, and may write word2vec's format"],
  [
    /^I([xw][A-Z]\w|H\w\w)(%..|.){2}%00%00/,
    "a FAISS index; in Python, index.reconstruct_n gives its table, np.save writes it",
  ],
  [/^(%..|.){4}TFL3/, `a TensorFlow Lite model, ${PROTOBUF}`],
  [/^%08%01%12(%..|.){1,4}%0a/, `a TensorFlow SavedModel, ${PROTOBUF}`],
  [/^%08%(0[3-9a-f]|1.)(%12|%1a|:|B)/, `an ONNX model, ${PROTOBUF}`],
  [/^%25PDF-\d\.\d *(%0a|%0d)/, "a PDF document"],
  [/^%d0%cf%11%e0/, "a document of an old Office; save it as text"],
  [/^(%89PNG|%ff%d8%ff|GIF8[79]a.{0,4}%00)/, "a picture"],
  [/^(%7fELF|MZ(%..|.)%00|%c[ef]%fa%ed%fe|%ca%fe%ba%be|%00asm)/, "a program"],
  [
    /^%00%05%16%0[07]/,
    "what macOS keeps beside a file (AppleDouble), not the file itself; that has the same name without ._",
  ],
  [/^%00%00%00%01Bud1/, "what macOS notes about a folder, .DS_Store; the vectors are in another file"],
  [/^(%ff%fe|%fe%ff)/, UTF16],
  [/^((%09|%0a|%0d|%25|[^%])%00){8}|^(%00(%09|%0a|%0d|%25|[^%])){8}/, UTF16],
  [/^version https:\/\/git-lfs/, "a pointer of Git LFS, not the file itself; git lfs pull fetches that"],
  [/^(%00){64}/, "nothing but zeros at its start; did the download or the disk fail?"],
];

/** What a file is that holds vectors in another form, or none, by its first {@link CONTAINER_START} bytes or more. */
export function containerFormat(start: Uint8Array): string | undefined {
  const known = tarArchive(start) ?? zipArchive(start) ?? fastTextModel(start);
  if (known !== undefined) return known;
  const text = Array.from(start.subarray(0, 64), asInAddress).join("");
  const said = starts.find(([pattern]) => pattern.test(text))?.[1];
  return typeof said === "function" ? said(start) : said;
}

function asInAddress(byte: number): string {
  const isPlain = byte >= 0x20 && byte <= 0x7e && byte !== 0x25;
  return isPlain ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, "0")}`;
}
