import { wordOfBytes } from "../words/word-bytes.js";
import { fileInArchive } from "./file-in-archive.js";

const BLOCK = 512;
const CHECKSUM = 148;
const TYPE = 156;

/**
 * What to say of a tar archive, by its first block. Its proof is the sum of the bytes of that block, which every kind of
 * tar writes, old ones without a name for the format, too.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html, "ustar Interchange Format"
 */
export function tarArchive(start: Uint8Array): string | undefined {
  if (!isHeader(start, 0)) return undefined;
  return `a tar archive, ${fileInArchive(fileNames(start), "tar xOf FILE", "tar tf FILE")}`;
}

function isHeader(bytes: Uint8Array, at: number): boolean {
  const block = bytes.subarray(at, at + BLOCK);
  if (block.length < BLOCK || block[0] === 0) return false;
  if (wordOfBytes(block.subarray(257, 262)) === "ustar") return true;
  const sum = octal(block.subarray(CHECKSUM, CHECKSUM + 8));
  const spaces = 8 * 0x20;
  let total = spaces;
  for (let i = 0; i < BLOCK; i++) if (i < CHECKSUM || i >= CHECKSUM + 8) total += block[i];
  return sum === total;
}

/** The names of the first files, as far as the bytes show them; folders and notes of pax come before. */
function fileNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 0; isHeader(bytes, at); ) {
    const block = bytes.subarray(at, at + BLOCK);
    const type = String.fromCharCode(block[TYPE]);
    if (type === "0" || type === "\0" || type === "7") names.push(nameOf(block));
    at += BLOCK + Math.ceil((octal(block.subarray(124, 136)) ?? 0) / BLOCK) * BLOCK;
  }
  return names;
}

function nameOf(block: Uint8Array): string {
  const name = wordOfBytes(untilZero(block.subarray(0, 100)));
  const prefix = wordOfBytes(untilZero(block.subarray(345, 500)));
  const isUstar = wordOfBytes(block.subarray(257, 263)) === "ustar\0";
  return isUstar && prefix !== "" ? `${prefix}/${name}` : name;
}

function untilZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function octal(bytes: Uint8Array): number | undefined {
  const [, digits] = /^ *([0-7]+)[ \0]*$/.exec(String.fromCharCode(...bytes)) ?? [];
  return digits === undefined ? undefined : Number.parseInt(digits, 8);
}
