import { randomFromSeed } from "@wordloom/random";
import { describe, expect, test } from "vitest";
import { canUmap, type NearestPoints, umapLayout } from "./umap-layout.js";

/** Two rings of points, each beside those next to it and far from the other ring. */
const perRing = 20;
const nearest = Array.from({ length: 2 * perRing }, (_, i): NearestPoints => {
  const ring = i < perRing ? 0 : perRing;
  const steps = Array.from({ length: 14 }, (_, k) => (k % 2 === 0 ? 1 : -1) * (Math.floor(k / 2) + 1));
  return {
    points: steps.map((step) => ring + ((i - ring + step + perRing) % perRing)),
    distances: steps.map((step) => Math.abs(step) / 10),
  };
});

describe("umapLayout(nearest, random)", () => {
  test("keeps what belongs together apart from the rest", () => {
    const { x, y } = umapLayout(nearest, randomFromSeed(1));
    const centre = (from: number) => {
      const rows = Array.from({ length: perRing }, (_, i) => from + i);
      return {
        x: rows.reduce((sum, i) => sum + x[i], 0) / perRing,
        y: rows.reduce((sum, i) => sum + y[i], 0) / perRing,
      };
    };
    const centres = [centre(0), centre(perRing)];
    for (let i = 0; i < 2 * perRing; i++) {
      const [own, other] = i < perRing ? centres : centres.toReversed();
      expect(Math.hypot(x[i] - own.x, y[i] - own.y)).toBeLessThan(Math.hypot(x[i] - other.x, y[i] - other.y));
    }
  });

  test("draws the same plane from the same seed, and another from another", () => {
    const [a, b, c] = [1, 1, 2].map((seed) => umapLayout(nearest, randomFromSeed(seed)));
    expect(b).toEqual(a);
    expect(c).not.toEqual(a);
  });

  test("says how far it is", () => {
    const shares: number[] = [];
    umapLayout(nearest, randomFromSeed(1), { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});

describe("canUmap(N)", () => {
  test("asks for more points than a point has neighbours", () => {
    expect([15, 16].map(canUmap)).toEqual([false, true]);
  });
});
