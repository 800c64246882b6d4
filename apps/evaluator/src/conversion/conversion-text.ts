import { paint, sentence, whole } from "@wordloom/terminal";
import type { Conversion } from "./conversion.js";
import type { ConversionLoss } from "./conversion-loss.js";

const INDENT = "  ";

/** Describes a conversion for people: what was written, and what was lost. */
export function conversionText({ from, to, isAll, notes, loss }: Conversion, width: number): string {
  const numbers = to.numbers === "int8" ? "int8 with a scale for each row" : to.numbers;
  const size = to.bytes === null ? "" : `; ${megabytes(to.bytes)}${isAll ? shareText(to.bytes, from.bytes) : ""}`;
  const parts = [
    sentence(`${to.path}: ${to.format}, ${numbers}${size}.`, width, INDENT),
    ...notes.map((note) => sentence(note, width, INDENT)),
  ].join("\n");
  if (loss === null) return parts;
  return `${parts}\n\n${paint("bold", sentence("Loss, measured on the file after reading it back", width))}\n\n${lossText(loss, width)}`;
}

/** The share of the size before, for files of which all rows were read. */
function shareText(after: number, before: number | null): string {
  return before === null || before === 0
    ? ""
    : `, ${((100 * after) / before).toFixed(1)} % of the ${megabytes(before)} before`;
}

function lossText({ isExact, move, agreement }: ConversionLoss, width: number): string {
  if (isExact) return sentence("No loss: every word and every number came back, bit for bit.", width, INDENT);
  const { words, cosine, similarityError, overlap } = agreement;
  return [
    `Rows moved by ${percent(move.mean)} of their length on average, by ${percent(move.most)} at most.`,
    `${whole(words)} words were compared with their vectors before: the cosine is ${decimals(cosine.mean)} on average, ${decimals(cosine.least)} at least.`,
    `Their cosines with their 10 nearest words changed by ${Number(similarityError.mean.toPrecision(2))} on average, by ${Number(similarityError.most.toPrecision(2))} at most.`,
    `${percent(overlap)} of these neighbours are still among the 10 nearest.`,
  ]
    .map((line) => sentence(line, width, INDENT))
    .join("\n");
}

/** Writes a share, which may be tiny, in two to four digits; `100 %` only for 1. */
function percent(share: number): string {
  if (share === 0 || share === 1) return `${100 * share} %`;
  const text = share < 0.1 ? (100 * share).toPrecision(2) : Math.min(99.99, 100 * share).toFixed(2);
  return `${Number(text)} %`;
}

/** Writes a cosine with all its nines and one digit more. */
function decimals(cosine: number): string {
  const digits = Math.min(12, Math.max(4, Math.ceil(-Math.log10(Math.max(1e-12, 1 - cosine))) + 1));
  return String(Number(cosine.toFixed(digits)));
}

function megabytes(bytes: number): string {
  if (bytes < 100_000) return `${whole(bytes)} bytes`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
