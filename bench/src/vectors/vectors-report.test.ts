import { describe, expect, test } from "vitest";
import { vectorsSections, vectorsText } from "./vectors-report.ts";
import type { VectorsResult } from "./vectors-result.ts";

const machine = { cpu: "A CPU", cores: 2, memoryGib: 8, node: "24.0.0", commit: "abc", loadBefore: 0 };
const about = { machine, rounds: 3, gensim: "4.2.0", leftOut: [] };
const file = { form: "binary.gz", V: 1000, D: 10, bytes: 2e6 } as const;
const table = { table: "noise", V: 1000, D: 10 };
const result: VectorsResult = {
  benchmark: "vectors",
  reading: {
    ...about,
    rows: [
      { ...file, program: "wordloom", seconds: [1, 2, 1], cpuSeconds: [2, 2, 2] },
      { ...file, program: "bytes", seconds: [0.5, 0.5, 0.5], cpuSeconds: [1, 1, 1] },
      { ...file, program: "gensim", seconds: [5, 20, 6], cpuSeconds: [5, 6, 5] },
    ],
  },
  queries: {
    ...about,
    queries: 1000,
    rows: [
      {
        ...{ ...table, program: "wordloom", threads: 1, first: [0.5], single: [0.001], singleCpu: [0.001] },
        ...{ batches: { scan: { seconds: [0.25], cpuSeconds: [0.25] } }, agreement: 1 },
      },
      {
        ...{ ...table, program: "gensim", threads: 2, first: [0.25], single: [0.004], singleCpu: [0.006] },
        agreement: 0.995,
        batches: {
          partitioned: { seconds: [1], cpuSeconds: [1.5] },
          grouped: { seconds: [0.125], cpuSeconds: [0.2] },
        },
      },
    ],
  },
  index: {
    ...about,
    leftOut: ["vectors of Wikipedia"],
    queries: 1000,
    rows: [
      {
        ...{ table: "clusters", V: 1000, D: 10, buildSeconds: 12.3, bytes: 3e6, scanned: 100 },
        searches: [{ ef: 64, recall: 0.987, perSecond: 1250 }],
      },
    ],
  },
};

describe("vectorsText(result)", () => {
  test("has a table for each part, with medians and what was measured on", () => {
    expect(vectorsText(result)).toMatchInlineSnapshot(`
      "reading
      A CPU, 2 cores, 8 GiB, Node 24.0.0, commit abc, load before the run 0
      gensim 4.2.0
      3 rounds by turns, medians

      file           V   D  MB  program          seconds  least    most  MB/s  × gensim  CPU s  × gensim
      binary.gz  1,000  10   2  wordloom           1.000  1.000   2.000     2      6.00  2.000      2.50
      binary.gz  1,000  10   2  unpacking alone    0.500  0.500   0.500     4     12.00  1.000      5.00
      binary.gz  1,000  10   2  gensim             6.000  5.000  20.000     0      1.00  5.000      1.00

      queries
      A CPU, 2 cores, 8 GiB, Node 24.0.0, commit abc, load before the run 0
      gensim 4.2.0
      3 rounds by turns, medians
      ten words in the same order as gensim's: 99.5 % of the queries or more

      table      V   D  program                threads  first ms  one ms  ours ×  CPU ms  ours ×  1,000 s  ours ×  CPU s  ours ×
      noise  1,000  10  wordloom                     1    500.00    1.00            1.00            0.250          0.250
      noise  1,000  10  gensim, one by one           2    250.00    4.00    4.00    6.00    6.00    4.000   16.00  6.000   24.00
      noise  1,000  10  NumPy, argpartition          2                                              1.000    4.00  1.500    6.00
      noise  1,000  10  NumPy, best of groups        2                                              0.125    0.50  0.200    0.80

      index
      A CPU, 2 cores, 8 GiB, Node 24.0.0, commit abc, load before the run 0
      gensim 4.2.0
      built once
      left out: vectors of Wikipedia

      table         V   D  search  recall@10  queries/s  × scan  built in s  index MB
      clusters  1,000  10  scan      100.0 %        100     1.0
      clusters  1,000  10  ef 64      98.7 %      1,250    12.5          12         3"
    `);
  });

  test("takes the ratio within each round, and has none without gensim", () => {
    const { reading } = result;
    expect(vectorsText(result)).toMatch(/wordloom .* 6\.00 +2\.000 +2\.50$/m);
    const rows = reading?.rows.filter(({ program }) => program !== "gensim") ?? [];
    expect(vectorsText({ benchmark: "vectors", reading: { ...about, rows } })).toMatch(/wordloom .* – +2\.000 +–$/m);
  });
});

describe("vectorsSections(result)", () => {
  test("has a table and conditions for each part, and says which was not measured", () => {
    const { reading } = result;
    const names = ["reading", "queries", "index"].flatMap((part) => [part, `${part}-conditions`]);
    expect(Object.keys(vectorsSections(result))).toEqual(names);
    const some = vectorsSections({ benchmark: "vectors", ...(reading && { reading }) });
    expect(Object.keys(some)).toEqual(names);
    expect(some.reading).toContain("| wordloom | 1.000 |");
    expect([some.index, some["index-conditions"]]).toEqual(["", "- not measured yet"]);
  });
});
