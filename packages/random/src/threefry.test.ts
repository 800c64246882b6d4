import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { threefry2x32 } from "./threefry.js";

function block(key: readonly [number, number], counter: readonly [number, number]): string {
  const out = new Uint32Array(2);
  threefry2x32(out, key[0], key[1], counter[0], counter[1]);
  return Array.from(out, (word) => word.toString(16).padStart(8, "0")).join(" ");
}

const word = (): fc.Arbitrary<number> => fc.nat(0xffffffff);

describe("threefry2x32(out, key0, key1, counter0, counter1)", () => {
  // Random123 1.14, tests/kat_vectors, "threefry2x32 20".
  test("gives the known answers of Random123", () => {
    expect(block([0, 0], [0, 0])).toBe("6b200159 99ba4efe");
    expect(block([0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff])).toBe("1cb996fc bb002be7");
    expect(block([0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3])).toBe("c4923a9c 483df7a0");
  });

  test("takes each word modulo 2^32, without losing bits of a large sum", () => {
    fc.assert(
      fc.property(word(), word(), word(), word(), fc.nat(2 ** 21 - 1), (key0, key1, low, high, above) => {
        const expected = block([key0, key1], [low, high]);
        expect(block([key0, key1], [low + above * 2 ** 32, high])).toBe(expected);
        expect(block([key0 | 0, key1 | 0], [low | 0, high | 0])).toBe(expected);
      }),
    );
  });

  test("adds the words of a counter near 2^53 to the key exactly", () => {
    expect(block([2, 0], [2 ** 53 - 1, 0])).toBe(block([2, 0], [0xffffffff, 0]));
  });

  test("may write over the key that it was given", () => {
    const key = Uint32Array.of(0, 0);
    threefry2x32(key, key[0], key[1], 0, 0);
    expect(key).toEqual(Uint32Array.of(0x6b200159, 0x99ba4efe));
  });
});
