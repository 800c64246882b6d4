import { paint } from "@wordloom/terminal";
import type { ConversionLoss } from "./conversion-loss.js";
import type { Conversion } from "./convert.js";
import { wrapped } from "./wrapped.js";

/** A conversion for people: what was written, and what was lost. */
export function conversionText({ from, to, isAll, notes, loss }: Conversion, width: number): string {
  const numbers = to.numbers === "int8" ? "int8 with a scale a row" : to.numbers;
  // Of rows that were left out nothing was saved.
  const saved = isAll ? `, ${((100 * to.bytes) / from.bytes).toFixed(1)} % of the ${megabytes(from.bytes)} before` : "";
  const parts = [
    wrapped(`${to.path}: ${to.format}, ${numbers}; ${megabytes(to.bytes)}${saved}.`, width),
    ...notes.map((note) => wrapped(note, width)),
  ].join("\n");
  if (loss === null) return parts;
  return `${parts}\n\n${paint("bold", "Loss, measured on the file as it is read back")}\n\n${lossText(loss, width)}`;
}

function lossText({ isExact, move, agreement }: ConversionLoss, width: number): string {
  if (isExact) return wrapped("None: every word and every number came back, bit for bit.", width);
  const { words, cosine, similarityError, overlap } = agreement;
  return [
    `Rows moved by ${percent(move.mean)} of their length on average, by ${percent(move.most)} at most.`,
    `Of ${whole(words)} words, the cosine with what they were is ${decimals(cosine.mean)} on average, ${decimals(cosine.least)} at least.`,
    `Their similarities with their 10 nearest are off by ${Number(similarityError.mean.toPrecision(2))} on average, by ${Number(similarityError.most.toPrecision(2))} at most.`,
    `Of these neighbours, ${percent(overlap)} are still among the 10 nearest.`,
  ]
    .map((sentence) => wrapped(sentence, width))
    .join("\n");
}

/** Three digits that count, of a share that may be tiny; never 100 % of what is not all. */
function percent(share: number): string {
  if (share === 0 || share === 1) return `${100 * share} %`;
  const text = share < 0.1 ? (100 * share).toPrecision(2) : Math.min(99.99, 100 * share).toFixed(2);
  return `${Number(text)} %`;
}

/** As many nines as there are, and one digit more. */
function decimals(cosine: number): string {
  const digits = Math.min(12, Math.max(4, Math.ceil(-Math.log10(Math.max(1e-12, 1 - cosine))) + 1));
  return String(Number(cosine.toFixed(digits)));
}

function whole(count: number): string {
  return count.toLocaleString("en-US");
}

function megabytes(bytes: number): string {
  if (bytes < 100_000) return `${whole(bytes)} bytes`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
