import { gzipSync } from "node:zlib";

/** What a reader of the pages has at hand, in small, as other programs than ours would have written it. */
const readersFiles: Readonly<Record<string, () => string | Uint8Array>> = {
  "questions-words.txt": () => questions,
  "vectors.bin": () => word2vecBinary(royals),
  "vectors.safetensors": () => safetensors(royals),
  "glove.6B.300d.txt.gz": () => gzipSync(glove(royals, 300)),
};

/** The files that a program names. */
export function filesNamedIn(code: string): { name: string; content: string | Uint8Array }[] {
  return Object.entries(readersFiles)
    .filter(([name]) => code.includes(`${name}"`))
    .map(([name, content]) => ({ name, content: content() }));
}

/** Two of them can't be answered: one has the wrong answer, the other words that are not among the vectors. */
const questions = `: family
king queen man woman
king queen prince princess
man woman boy girl
man boy king queen
: gram1-adjective-to-adverb
quick quickly slow slowly
`;

/** Royal, male, female, young. */
const royals: readonly (readonly [word: string, ...row: number[]])[] = [
  ["king", 1, 1, 0, 0],
  ["queen", 1, 0, 1, 0],
  ["prince", 1, 1, 0, 1],
  ["princess", 1, 0, 1, 1],
  ["man", 0, 1, 0, 0],
  ["woman", 0, 0, 1, 0],
  ["boy", 0, 1, 0, 1],
  ["girl", 0, 0, 1, 1],
];

function word2vecBinary(rows: typeof royals): Uint8Array {
  const lines = rows.map(([word, ...row]) => [Buffer.from(`${word} `), bytesOf(row), Buffer.from("\n")]);
  return Buffer.concat([Buffer.from(`${rows.length} ${rows[0].length - 1}\n`), ...lines.flat()]);
}

function safetensors(rows: typeof royals): Uint8Array {
  const table = Buffer.concat(rows.map(([, ...row]) => bytesOf(row)));
  const words = JSON.stringify(rows.map(([word]) => word));
  const shape = [rows.length, rows[0].length - 1];
  const tensor = { dtype: "F32", shape, data_offsets: [0, table.length] };
  const header = Buffer.from(JSON.stringify({ __metadata__: { words }, embeddings: tensor }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, table]);
}

/** Without a header. Rows are filled up with zeros. */
function glove(rows: typeof royals, dimension: number): string {
  return rows
    .map(([word, ...row]) => [word, ...row, ...new Array(dimension - row.length).fill(0)].join(" "))
    .join("\n");
}

/** Of 32 bits, the lowest byte first. */
function bytesOf(row: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * row.length);
  row.forEach((x, i) => {
    bytes.writeFloatLE(x, 4 * i);
  });
  return bytes;
}
