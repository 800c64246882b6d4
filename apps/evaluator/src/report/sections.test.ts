import { evaluateAnalogies, evaluateWordPairs, parseAnalogies, parseWordPairs } from "@wordloom/evaluation";
import { randomFromSeed } from "@wordloom/random";
import { wordVectors } from "@wordloom/vectors";
import { describe, expect, test } from "vitest";
import { analogySection } from "./analogy-section.js";
import { pairsSection } from "./pairs-section.js";

// Axes: royal, female.
const vectors = wordVectors(["man", "woman", "king", "queen"], Float32Array.of(1, 0, 1, 1, 3, 0, 3, 1));
const random = randomFromSeed(1);

/** The rows of meters, as name, figure, where the bar ends, words. */
function metersOf(html: string): string[][] {
  const rows = html.matchAll(
    /<dt>(.*?)<\/dt>\s*<dd class="number">(.*?)<\/dd>\s*<dd class="room">(.*?)<\/dd>\s*<dd class="soft">(.*?)<\/dd>/gs,
  );
  return [...rows].map(([, name, figure, bar, words]) => [name, figure, /--to:([\d.]+%)/.exec(bar)?.[1] ?? "", words]);
}

describe("analogySection(evaluation)", () => {
  test("has a bar for the score and another for the coverage, each with its name", () => {
    const sections = parseAnalogies(
      ": x\nman king woman queen\nman woman king king\nman woman king woman\nman queen woman king\n: y\nman woman zebra king\n",
    );
    const { html } = analogySection({ name: "set", ...evaluateAnalogies(vectors, sections, { random }) });
    expect(metersOf(html)).toEqual([
      ["Right", "50.0 %", "50.00%", "2 of 4 questions asked"],
      ["Coverage", "80.0 %", "80.00%", "4 of 5 questions; those with unknown words were left out"],
    ]);
  });

  test("shows the interval of a section with none right, and a dash where nothing was asked", () => {
    const sections = parseAnalogies(": none\nman king woman king\n: unasked\nman woman zebra king\n");
    const { html } = analogySection({ name: "set", ...evaluateAnalogies(vectors, sections, { random }) });
    const cells = [...html.matchAll(/<th scope="row">(.*?)<\/th>.*?<td class="limits-column">(.*?)<\/td>/gs)];
    expect(cells.map(([, name, limits]) => [name.replaceAll(/<.*?>/g, ""), limits])).toEqual([
      ["none", "0.0–97.5 %"],
      ["unasked", "–"],
      ["Total", "0.0–97.5 %"],
    ]);
  });
});

describe("pairsSection(sets)", () => {
  test("has a bar for the coverage, with its name", () => {
    const pairs = parseWordPairs("king,queen,9\nman,woman,5\nman,king,6\nman,zebra,1\n");
    const { html } = pairsSection([{ name: "set", ...evaluateWordPairs(vectors, pairs, { random }) }]);
    expect(metersOf(html)).toEqual([
      ["Coverage", "75.0 %", "75.00%", "3 of 4 pairs; those with unknown words were left out"],
    ]);
  });
});
