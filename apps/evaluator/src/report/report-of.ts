import { basename, dirname } from "node:path";
import { fork, randomFromSeed } from "@wordloom/random";
import { percent, whole } from "@wordloom/terminal";
import type { WordVectors } from "@wordloom/vectors";
import type { Evaluation } from "../evaluation/answer-questions.js";
import { wordMap } from "../map/word-map.js";
import type { Reporter } from "../run/reporter.js";
import type { Report } from "./report-page.js";

interface ReportOptions {
  readonly map: "pca" | "umap";
  readonly mapWords: number;
  readonly restrict?: number;
  readonly seed: number;
}

/** Collects all that a report says about vectors and their evaluation. */
export function reportOf(
  file: string,
  vectors: WordVectors,
  evaluation: Evaluation,
  { map, mapWords, restrict, seed }: ReportOptions,
  { status }: Reporter,
): Report {
  status("finding the neighbours of the map's words …");
  const drawn = wordMap(vectors, mapWords, fork(randomFromSeed(seed), "map"), {
    umap: map === "umap",
    ...(restrict !== undefined && { restrict }),
    onProgress: (share) => status(`laying out the map: ${percent(share, 0)}`),
  });
  status("");
  return {
    name: reportName(file),
    words: vectors.words.length,
    dimension: vectors.dimension,
    evaluation,
    map: drawn,
    method: [
      ["Vectors", file],
      ...methodOf(evaluation, restrict),
      ["Map", `the ${whole(drawn.words.length)} most frequent words, by the directions of their vectors; seed ${seed}`],
      ["Made by", "the evaluator of Wordloom; the same command makes the same page"],
    ],
  };
}

/** Names a report after its file; `vectors.bin` of a run says little, so its folder is added. */
function reportName(file: string): string {
  const folder = basename(dirname(file));
  return /^(vectors|model)\./.test(basename(file)) && folder !== "" && folder !== "."
    ? `${folder}/${basename(file)}`
    : basename(file);
}

function methodOf({ analogies = [], pairs }: Evaluation, restrict: number | undefined): [string, string][] {
  const bootstrap =
    analogies.find((each) => each.bootstrap !== null)?.bootstrap ?? pairs?.sections[0]?.bootstrap ?? null;
  const protocols = [...new Set(analogies.map(({ protocol }) => protocol))];
  return [
    ...(protocols.length === 0 ? [] : [["Protocols", protocols.join(", ")] satisfies [string, string]]),
    [
      "Rows",
      restrict === undefined
        ? "all that each protocol uses"
        : `the first ${whole(restrict)}, for questions and for neighbours`,
    ],
    ...(bootstrap === null
      ? []
      : [
          [
            "Intervals",
            `percentiles of ${whole(bootstrap.resamples)} bootstrap resamples of pairs of words, ${Number((100 * bootstrap.confidence).toFixed(2))} %; exact, after Clopper and Pearson, where none or all questions are right`,
          ] satisfies [string, string],
        ]),
  ];
}
