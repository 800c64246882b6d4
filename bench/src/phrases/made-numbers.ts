import { integer, normal, type Random, uniform } from "@wordloom/random";

export const distributions = [
  "normal",
  "unit",
  "uniform",
  "untrained",
  "tiny",
  "large",
  "log-uniform",
  "bf16",
  "f16",
  "whole",
] as const;

/** What numbers are like: of training, of none, rounded. */
export type Distribution = (typeof distributions)[number];

/** A row of numbers. */
export function madeRow(random: Random, D: number, distribution: Distribution): Float32Array<ArrayBuffer> {
  const row = Float32Array.from({ length: D }, () => madeNumber(random, D, distribution));
  if (distribution === "unit") {
    const length = Math.hypot(...row) || 1;
    for (let d = 0; d < D; d++) row[d] /= length;
  }
  const bits = new Uint32Array(row.buffer);
  if (distribution === "bf16") for (let d = 0; d < D; d++) bits[d] &= 0xffff0000;
  if (distribution === "f16") for (let d = 0; d < D; d++) bits[d] &= 0xffffe000;
  return row;
}

function madeNumber(random: Random, D: number, distribution: Distribution): number {
  switch (distribution) {
    case "normal":
      return 0.1 * normal(random);
    case "unit":
      return normal(random);
    case "uniform":
      return 2 * uniform(random) - 1;
    case "untrained":
      return (uniform(random) - 0.5) / D;
    case "tiny":
      return 1e-5 * normal(random);
    case "large":
      return (uniform(random) < 0.5 ? -1 : 1) * (10 + 90 * uniform(random));
    case "log-uniform":
      return (uniform(random) < 0.5 ? -1 : 1) * 10 ** (-6 * uniform(random));
    case "bf16":
    case "f16":
      return 0.3 * normal(random);
    case "whole":
      return integer(random, 21) - 10;
  }
}
