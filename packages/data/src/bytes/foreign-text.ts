/** What a file is that is no plain text. */
export interface ForeignText {
  /** As people call it: `"a zip archive"`. */
  readonly name: string;
  /** How a shell makes text of it; `FILE` stands for its name, `TEXT` for that of the text. */
  readonly command?: string;
}

type Signature = readonly [start: readonly number[], name: string, command?: string];

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));

/** Bytes that no plain text begins with. The longer of two that begin alike comes first. */
const SIGNATURES: readonly Signature[] = [
  [[0x1f, 0x8b], "compressed with gzip", "gunzip -c FILE > TEXT"],
  [[0x1f, 0x9d], "compressed with compress", "gunzip -c FILE > TEXT"],
  [[0x28, 0xb5, 0x2f, 0xfd], "compressed with zstd", "zstd -dc FILE > TEXT"],
  [[0xfd, ...ascii("7zXZ"), 0], "compressed with xz", "xz -dc FILE > TEXT"],
  [[0x5d, 0, 0], "compressed with lzma", "xz -dc FILE > TEXT"],
  [[...ascii("LZIP"), 1], "compressed with lzip", "lzip -dc FILE > TEXT"],
  [[0x04, 0x22, 0x4d, 0x18], "compressed with lz4", "lz4 -dc FILE > TEXT"],
  [[0xff, 0x06, 0, 0, ...ascii("sNaPpY")], "compressed with Snappy"],
  [[...ascii("7z"), 0xbc, 0xaf, 0x27, 0x1c], "a 7z archive", "7z x -so FILE > TEXT"],
  [[...ascii("Rar!"), 0x1a, 7], "a RAR archive", "unrar p -inul FILE > TEXT"],
  [[0xed, 0xab, 0xee, 0xdb], "an RPM package"],
  [[...ascii("!<arch>\n")], "an archive of ar"],
  [ascii("%PDF-"), "a PDF document", "pdftotext FILE TEXT"],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "an old Office document", "catdoc FILE > TEXT"],
  [ascii("{\\rtf1"), "an RTF document", "pandoc -f rtf -t plain -o TEXT FILE"],
  [[0x89, ...ascii("PNG\r\n"), 0x1a, 10], "a PNG picture"],
  [[0xff, 0xd8, 0xff], "a JPEG picture"],
  [[...ascii("GIF8"), 0x37, 0x61], "a GIF picture"],
  [[...ascii("GIF8"), 0x39, 0x61], "a GIF picture"],
  [[...ascii("II*"), 0], "a TIFF picture"],
  [[...ascii("MM"), 0, 0x2a], "a TIFF picture"],
  [[...ascii("ID3"), 3], "a sound file"],
  [[...ascii("ID3"), 4], "a sound file"],
  [[0, 0, 0, 0x18, ...ascii("ftyp")], "a video"],
  [[0, 0, 0, 0x1c, ...ascii("ftyp")], "a video"],
  [[0, 0, 0, 0x20, ...ascii("ftyp")], "a video"],
  [[...ascii("SQLite format 3"), 0], "an SQLite database"],
  [[0x89, ...ascii("HDF\r\n"), 0x1a, 10], "an HDF5 file"],
  [[...ascii("ARROW1"), 0, 0], "an Arrow file"],
  [[...ascii("Obj"), 1], "an Avro file"],
  [[0x93, ...ascii("NUMPY")], "a NumPy array"],
  [[0x80, 2], "a Python pickle"],
  [[0x80, 3], "a Python pickle"],
  [[0x80, 4, 0x95], "a Python pickle"],
  [[0x80, 5, 0x95], "a Python pickle"],
  [[...ascii("GGUF"), 2, 0, 0, 0], "a GGUF model"],
  [[...ascii("GGUF"), 3, 0, 0, 0], "a GGUF model"],
  [[0xba, 0x16, 0x4f, 0x2f], "a fastText model"],
  [[0x7f, ...ascii("ELF")], "a program"],
  [[...ascii("MZ"), 0x90, 0], "a program"],
  [[0xff, 0xfe, 0, 0], "text in UTF-32", "iconv -f UTF-32 -t UTF-8 FILE > TEXT"],
  [[0, 0, 0xfe, 0xff], "text in UTF-32", "iconv -f UTF-32 -t UTF-8 FILE > TEXT"],
  [[0xff, 0xfe], "text in UTF-16", "iconv -f UTF-16 -t UTF-8 FILE > TEXT"],
  [[0xfe, 0xff], "text in UTF-16", "iconv -f UTF-16 -t UTF-8 FILE > TEXT"],
  [ascii("version https://git-lfs.github.com/spec/"), "a pointer of Git LFS, not the text itself", "git lfs pull"],
];

/** So many first bytes tell all that can be told. */
export const FOREIGN_HEAD = 512;

/**
 * What a file is, by its first {@link FOREIGN_HEAD} bytes, if it is surely no text in UTF-8: packed, a document, a picture;
 * undefined where nothing is known.
 */
export function foreignText(head: Uint8Array): ForeignText | undefined {
  const known = SIGNATURES.find(([start]) => startsWith(head, start, 0));
  if (known !== undefined) {
    const [, name, command] = known;
    return command === undefined ? { name } : { name, command };
  }
  return utf16(head) ?? zip(head) ?? bzip2(head) ?? tar(head) ?? riff(head) ?? parquet(head);
}

function startsWith(head: Uint8Array, start: readonly number[], at: number): boolean {
  return start.every((byte, i) => head[at + i] === byte);
}

/** ASCII in two bytes each, without a mark that says so. */
function utf16(head: Uint8Array): ForeignText | undefined {
  const text = Array.from(head.subarray(0, 16), (byte) => String.fromCharCode(byte)).join("");
  const order = /^([\t\n\r -~]\0){8}/.test(text) ? "LE" : /^(\0[\t\n\r -~]){8}/.test(text) ? "BE" : undefined;
  if (order === undefined) return undefined;
  return { name: "text in UTF-16", command: `iconv -f UTF-16${order} -t UTF-8 FILE > TEXT` };
}

/** A zip archive, or one of the many documents that are. */
function zip(head: Uint8Array): ForeignText | undefined {
  const isZip = head[0] === 0x50 && head[1] === 0x4b && [0x0304, 0x0506, 0x0708].includes((head[2] << 8) | head[3]);
  if (!isZip) return undefined;
  const start = Array.from(head.subarray(30, 150), (byte) => String.fromCharCode(byte)).join("");
  if (/^(\[Content_Types\]\.xml|_rels\/|docProps\/|word\/)/.test(start)) {
    return { name: "an Office document", command: "pandoc -t plain -o TEXT FILE" };
  }
  if (start.startsWith("mimetypeapplication/epub"))
    return { name: "an EPUB book", command: "pandoc -t plain -o TEXT FILE" };
  if (start.startsWith("mimetypeapplication/vnd.oasis.opendocument")) {
    return { name: "an OpenDocument file", command: "pandoc -t plain -o TEXT FILE" };
  }
  return { name: "a zip archive", command: "unzip -p FILE > TEXT" };
}

/** `BZh`, a digit, and the digits of π or, of an empty file, of its square root: text may begin like the first of them. */
function bzip2(head: Uint8Array): ForeignText | undefined {
  const isBzip2 =
    startsWith(head, ascii("BZh"), 0) &&
    (startsWith(head, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], 4) ||
      startsWith(head, [0x17, 0x72, 0x45, 0x38, 0x50, 0x90], 4));
  return isBzip2 ? { name: "compressed with bzip2", command: "bunzip2 -c FILE > TEXT" } : undefined;
}

/** A header of 512 bytes whose checksum is right; in it the checksum itself counts as eight spaces. */
function tar(head: Uint8Array): ForeignText | undefined {
  if (head.length < 512 || head[0] === 0) return undefined;
  const header = head.subarray(0, 512);
  const stated = Array.from(header.subarray(148, 156), (byte) => String.fromCharCode(byte)).join("");
  const [, octal] = /^ *([0-7]{1,7})[ \0]/.exec(stated) ?? [];
  const sum = header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0);
  if (octal === undefined || Number.parseInt(octal, 8) !== sum) return undefined;
  return { name: "a tar archive", command: "tar xOf FILE > TEXT" };
}

function riff(head: Uint8Array): ForeignText | undefined {
  if (!startsWith(head, ascii("RIFF"), 0)) return undefined;
  if (startsWith(head, ascii("WEBP"), 8)) return { name: "a WebP picture" };
  return startsWith(head, ascii("WAVE"), 8) ? { name: "a sound file" } : undefined;
}

function parquet(head: Uint8Array): ForeignText | undefined {
  return startsWith(head, ascii("PAR1"), 0) && head.includes(0) ? { name: "a Parquet file" } : undefined;
}
