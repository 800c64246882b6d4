import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HuffmanCode, huffmanCode } from "./huffman-code.js";

const ways = ({ starts, nodes, bits }: HuffmanCode): { bits: string; nodes: string }[] =>
  Array.from({ length: starts.length - 1 }, (_, w) => ({
    bits: bits.subarray(starts[w], starts[w + 1]).join(""),
    nodes: nodes.subarray(starts[w], starts[w + 1]).join(""),
  }));

const counts = (): fc.Arbitrary<number[]> => fc.array(fc.nat(30), { minLength: 1, maxLength: 30 });

describe("huffmanCode(counts)", () => {
  test("joins the two rarest again and again: 5, 2, 1, 1 have the ways 1, 01, 001 and 000", () => {
    expect(ways(huffmanCode([5, 2, 1, 1]))).toEqual([
      { bits: "1", nodes: "2" },
      { bits: "01", nodes: "21" },
      { bits: "001", nodes: "210" },
      { bits: "000", nodes: "210" },
    ]);
  });

  test("gives each word the way of its count, in whatever order they come", () => {
    expect(ways(huffmanCode([1, 5, 2, 1])).map(({ bits }) => bits)).toEqual(["001", "1", "01", "000"]);
  });

  test("needs no turn for a single word, and one for two", () => {
    expect(huffmanCode([3])).toEqual({
      starts: Int32Array.of(0, 0),
      nodes: new Int32Array(0),
      bits: new Uint8Array(0),
    });
    expect(ways(huffmanCode([0, 0])).map(({ bits }) => bits)).toEqual(["1", "0"]);
  });

  test("is a whole tree: no way is the beginning of another, Σ 2^−length = 1, and V − 1 nodes are passed", () => {
    fc.assert(
      fc.property(counts(), (list) => {
        const code = huffmanCode(list);
        const strings = ways(code).map(({ bits }) => bits);
        expect(strings.reduce((sum, { length }) => sum + 2 ** -length, 0)).toBe(1);
        for (const a of strings) expect(strings.filter((b) => b.startsWith(a))).toEqual([a]);
        expect(new Set(code.nodes)).toEqual(new Set(list.slice(1).map((_, node) => node)));
      }),
    );
  });

  test("passes the same nodes on the same turns: a node is known by the turns before it", () => {
    fc.assert(
      fc.property(counts(), (list) => {
        const nodeAfter = new Map<string, string>();
        for (const { bits, nodes } of waysAsLists(huffmanCode(list))) {
          for (const [i, node] of nodes.entries()) {
            const before = bits.slice(0, i).join("");
            expect(nodeAfter.get(before) ?? String(node)).toBe(String(node));
            nodeAfter.set(before, String(node));
          }
        }
        expect(new Set(nodeAfter.values()).size).toBe(nodeAfter.size);
      }),
    );
  });

  test("is as short as can be: Σ count · length is the sum of all that is joined", () => {
    fc.assert(
      fc.property(counts(), (list) => {
        let least = 0;
        for (const heap = [...list]; heap.length > 1; ) {
          heap.sort((a, b) => b - a);
          const joined = (heap.pop() ?? 0) + (heap.pop() ?? 0);
          heap.push(joined);
          least += joined;
        }
        const lengths = ways(huffmanCode(list)).map(({ bits }) => bits.length);
        expect(list.reduce((sum, count, w) => sum + count * lengths[w], 0)).toBe(least);
      }),
    );
  });

  test("refuses counts that no corpus has", () => {
    expect(() => huffmanCode([])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: huffmanCode: there are no counts; there must be one word at least]`,
    );
    expect(() => huffmanCode([1, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: huffmanCode: count 1 is NaN; counts must be finite numbers from 0]`,
    );
    expect(() => huffmanCode([-1])).toThrow(RangeError);
  });
});

function waysAsLists({ starts, nodes, bits }: HuffmanCode): { nodes: number[]; bits: number[] }[] {
  return Array.from({ length: starts.length - 1 }, (_, w) => ({
    nodes: [...nodes.subarray(starts[w], starts[w + 1])],
    bits: [...bits.subarray(starts[w], starts[w + 1])],
  }));
}
