import { describe, expect, test } from "vitest";
import type { Conversion } from "./conversion.js";
import { conversionText } from "./conversion-text.js";

const conversion: Conversion = {
  from: { file: "a.bin", words: 20_000, dimension: 300, bytes: 24_000_000, notes: [] },
  to: { path: "b.safetensors", format: "safetensors", numbers: "int8", files: ["b.safetensors"], bytes: 6_100_000 },
  isAll: true,
  notes: [],
  loss: {
    isExact: false,
    move: { mean: 0.00621, most: 0.0108 },
    agreement: {
      words: 1000,
      cosine: { mean: 0.9999812, least: 0.999956 },
      similarityError: { mean: 0.000594, most: 0.0032 },
      overlap: 0.99996,
    },
  },
  comparison: null,
};

describe("conversionText(conversion, width)", () => {
  test("tells size and loss, and no rounding makes it whole", () => {
    expect(conversionText(conversion, 80)).toMatchInlineSnapshot(`
      "b.safetensors: safetensors, int8 with a scale for each row; 6.1 MB, 25.4 % of
        the 24.0 MB before.

      Loss, measured on the file after reading it back

      Rows moved by 0.62 % of their length on average, by 1.1 % at most.
      1,000 words were compared with their vectors before: the cosine is 0.999981 on
        average, 0.999956 at least.
      Their cosines with their 10 nearest words changed by 0.00059 on average, by
        0.0032 at most.
      99.99 % of these neighbours are still among the 10 nearest."
    `);
  });

  test("keeps to the width", () => {
    for (const width of [40, 60, 200]) {
      for (const line of conversionText(conversion, width).split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    }
  });

  test("says that nothing was lost", () => {
    const { loss } = conversion;
    expect(
      conversionText({ ...conversion, loss: loss && { ...loss, isExact: true } }, 80)
        .split("\n")
        .at(-1),
    ).toBe("No loss: every word and every number came back, bit for bit.");
  });

  test("compares no size with that of more rows, or of a pipe", () => {
    const first = (changed: Partial<Conversion>) => conversionText({ ...conversion, ...changed, loss: null }, 80);
    expect(first({ isAll: false })).toBe("b.safetensors: safetensors, int8 with a scale for each row; 6.1 MB.");
    expect(first({ from: { ...conversion.from, bytes: null } })).toBe(
      "b.safetensors: safetensors, int8 with a scale for each row; 6.1 MB.",
    );
    expect(first({ to: { ...conversion.to, bytes: null } })).toBe(
      "b.safetensors: safetensors, int8 with a scale for each row.",
    );
  });
});
