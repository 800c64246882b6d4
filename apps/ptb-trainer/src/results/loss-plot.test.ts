import { describe, expect, test } from "vitest";
import { lossPlot } from "./loss-plot.js";

const training = [
  { words: 0, loss: 3 },
  { words: 500_000, loss: 2.25 },
  { words: 1_000_000, loss: 2 },
];

/** Not the sample of the legend. */
function trainingPath(svg: string): string {
  return /class="training" stroke="[^"]*" d="([^"]*)" fill="none"/.exec(svg)?.[1] ?? "";
}

/** The ratio of the lighter to the darker colour, from 1 to 21: WCAG 2.2, relative luminance. */
function contrast(one: string, other: string): number {
  const [low, high] = [one, other].map(luminance).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe("lossPlot(title, training, validation)", () => {
  test("has a title, two labelled axes with numbers, and a legend", () => {
    const svg = lossPlot("cbow on a & b", training, [{ words: 1_000_000, loss: 2.2 }]);
    for (const label of [
      "cbow on a &amp; b",
      "target words",
      "loss per target (nats)",
      "training",
      "validation",
      "0.5M",
      "2.5",
    ]) {
      expect(svg).toContain(`>${label}<`);
    }
  });

  test("draws the line through every point", () => {
    const svg = lossPlot("cbow", training, []);
    const path = trainingPath(svg);
    const [first, middle, last] = path.split(/(?=[ML])/).map((point) => point.slice(1).split(",").map(Number));
    expect(path.split("L")).toHaveLength(training.length);
    // Words are even along x; the loss falls three quarters of the way in the first half. SVG's y points down.
    expect(middle[0] - first[0]).toBeCloseTo(last[0] - middle[0], 0);
    expect((middle[1] - first[1]) / (last[1] - first[1])).toBeCloseTo(0.75, 2);
  });

  test("leaves validation out of the legend where there is none", () => {
    expect(lossPlot("cbow", training, [])).not.toContain(">validation<");
  });

  test("leaves a gap where the loss is not a number, and draws no point there", () => {
    const gone = { words: 700_000, loss: Number.NaN };
    const svg = lossPlot("cbow", [training[0], training[1], gone, training[2]], [gone]);
    expect(svg).not.toContain("NaN");
    expect(svg).not.toContain("<circle");
    expect(trainingPath(svg).split("M")).toHaveLength(3);
  });

  test("can be read on a light page and on a dark one", () => {
    const svg = lossPlot("cbow", training, [{ words: 1_000_000, loss: 2.2 }]);
    const light = (part: string) => new RegExp(`class="${part}" \\w+="(#\\w{6})"`).exec(svg)?.[1] ?? "";
    const dark = (part: string) => new RegExp(`\\.${part} \\{ \\w+: (#\\w{6}) \\}`).exec(svg)?.[1] ?? "";
    expect(svg).toContain("<style>@media (prefers-color-scheme: dark) {");
    for (const colourOf of [light, dark]) {
      expect(contrast(colourOf("label"), colourOf("card"))).toBeGreaterThan(7);
      for (const part of ["training", "validation", "dot"])
        expect(contrast(colourOf(part), colourOf("card"))).toBeGreaterThan(4.5);
      expect(contrast(colourOf("grid"), colourOf("card"))).toBeLessThan(2);
    }
  });

  test("draws axes of a run without a loss, and of one with a single one", () => {
    for (const points of [[], [{ words: 0, loss: 2 }], [{ words: 9, loss: Number.NaN }]]) {
      expect(lossPlot("cbow", points, [])).not.toMatch(/NaN|Infinity/);
    }
  });
});
