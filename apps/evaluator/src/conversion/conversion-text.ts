import { paint, sentence, whole } from "@wordloom/terminal";
import type { Conversion } from "./conversion.js";
import type { ConversionLoss } from "./conversion-loss.js";

const INDENT = "  ";

/** A conversion for people: what was written, and what was lost. */
export function conversionText({ from, to, isAll, notes, loss }: Conversion, width: number): string {
  const numbers = to.numbers === "int8" ? "int8 with a scale a row" : to.numbers;
  const size = to.bytes === null ? "" : `; ${megabytes(to.bytes)}${isAll ? shareText(to.bytes, from.bytes) : ""}`;
  const parts = [
    sentence(`${to.path}: ${to.format}, ${numbers}${size}.`, width, INDENT),
    ...notes.map((note) => sentence(note, width, INDENT)),
  ].join("\n");
  if (loss === null) return parts;
  return `${parts}\n\n${paint("bold", sentence("Loss, measured by reading it back", width))}\n\n${lossText(loss, width)}`;
}

/** Of rows that were left out nothing was saved, so it is for whole files alone. */
function shareText(after: number, before: number | null): string {
  return before === null || before === 0
    ? ""
    : `, ${((100 * after) / before).toFixed(1)} % of the ${megabytes(before)} before`;
}

function lossText({ isExact, move, agreement }: ConversionLoss, width: number): string {
  if (isExact) return sentence("None: every word and every number came back, bit for bit.", width, INDENT);
  const { words, cosine, similarityError, overlap } = agreement;
  return [
    `Rows moved by ${percent(move.mean)} of their length on average, by ${percent(move.most)} at most.`,
    `Of ${whole(words)} words, the cosine with what they were is ${decimals(cosine.mean)} on average, ${decimals(cosine.least)} at least.`,
    `Their similarities with their 10 nearest are off by ${Number(similarityError.mean.toPrecision(2))} on average, by ${Number(similarityError.most.toPrecision(2))} at most.`,
    `Of these neighbours, ${percent(overlap)} are still among the 10 nearest.`,
  ]
    .map((line) => sentence(line, width, INDENT))
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

function megabytes(bytes: number): string {
  if (bytes < 100_000) return `${whole(bytes)} bytes`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
