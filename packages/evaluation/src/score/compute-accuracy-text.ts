import type { AnalogyEvaluation, AnalogyScore } from "./score-analogies.js";

/**
 * Writes an evaluation by the protocol `word2vec.c` as `compute-accuracy` prints it, to the byte, so that `diff` can compare
 * the two: percentages in 32-bit arithmetic, `-nan` for 0 / 0 as on x86, `(0 / 1)` for a section in which nothing was asked,
 * the totals so far after each section.
 *
 * @see https://github.com/tmikolov/word2vec, `compute-accuracy.c`
 *
 * @example
 * computeAccuracyText(evaluateAnalogies(vectors, sections, { protocol: "word2vec.c" })).split("\n")[1]
 * // "ACCURACY TOP1: 10.24 %  (43 / 420)"
 */
export function computeAccuracyText({ sections, total }: AnalogyEvaluation): string {
  const lines = sections.flatMap((section, index) => {
    const soFar = sections.slice(0, index + 1);
    const semantic = soFar.slice(0, 5);
    const syntactic = soFar.slice(5);
    const asked = Math.max(1, section.known);
    return [
      `${section.name}:`,
      `ACCURACY TOP1: ${ratio(section.correct, asked)} %  (${section.correct} / ${asked})`,
      `Total accuracy: ${accuracy(soFar)} %   Semantic accuracy: ${accuracy(semantic)} %   Syntactic accuracy: ${accuracy(syntactic)} % `,
    ];
  });
  const seen = `Questions seen / total: ${total.known} ${total.questions}   ${ratio(total.known, total.questions)} % `;
  return `${[...lines, seen].join("\n")}\n`;
}

function accuracy(sections: readonly AnalogyScore[]): string {
  const sum = (key: "correct" | "known") => sections.reduce((total, section) => total + section[key], 0);
  return ratio(sum("correct"), sum("known"));
}

/** A percentage with two decimals, as C computes it with floats. */
function ratio(count: number, all: number): string {
  if (all === 0) return "-nan";
  return halfToEven(Math.fround(Math.fround(count / all) * 100));
}

/** printf rounds an exact half to the even digit, `toFixed` upwards: 3.125 is 3.12 and 3.13. */
function halfToEven(value: number): string {
  const hundredths = value * 100;
  const below = Math.floor(hundredths);
  // A float has 24 bits and 100 takes 7 more: the product is exact, and so is the half.
  const isHalf = hundredths - below === 0.5;
  return isHalf ? ((below + (below % 2)) / 100).toFixed(2) : value.toFixed(2);
}
