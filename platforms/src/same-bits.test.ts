import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Bits } from "./bits.js";
import { findChromium } from "./chromium.js";
import { inChromium } from "./in-chromium.js";
import { inNode, nodes } from "./in-node.js";

/** What the program prints. */
interface Outcome {
  readonly engine: string;
  /** One for each number of threads asked for. */
  readonly runs: readonly { threads: number; bits: Record<string, Bits> }[];
}

const counts = [1, 2, 3, 4, 5, 8, 16];
const program = (threads: readonly number[]) => `import { bits } from "./src/bits.ts";
const runs = [];
for (const threads of ${JSON.stringify(threads)}) runs.push(await bits(threads));
console.log(JSON.stringify({ engine: globalThis.process?.version ?? navigator.userAgent, runs }));`;

const chromium = await findChromium();
const reason = typeof chromium === "string" ? ` (skipped: ${chromium})` : "";
let golden: Record<string, Bits>;

beforeAll(async () => {
  const { runs } = JSON.parse(await inNode(nodes[24], program([1]))) as Outcome;
  golden = runs[0].bits;
});

describe("train gives the same bits", () => {
  test("as bits.json has", async () => {
    await expect(`${JSON.stringify(golden, null, 2)}\n`).toMatchFileSnapshot(join(import.meta.dirname, "bits.json"));
  });

  test.each(Object.keys(nodes).map(Number))("in Node %i, on 1, 2, 3, 4, 5, 8 and 16 threads", async (major) => {
    const { engine, runs } = JSON.parse(await inNode(nodes[major], program(counts))) as Outcome;
    expect(engine).toMatch(new RegExp(`^v${major}\\.`));
    expect(runs).toEqual(counts.map((threads) => ({ threads, bits: golden })));
  });

  test.skipIf(reason !== "")(`in a page that is isolated, on 1, 2, 3, 4, 5, 8 and 16 threads${reason}`, async () => {
    const { engine, runs } = await inPage(counts, true);
    expect(engine).toContain("Chrome/");
    expect(runs).toEqual(counts.map((threads) => ({ threads, bits: golden })));
  });

  test.skipIf(reason !== "")(`in a page that is not, on the one thread it has${reason}`, async () => {
    const { runs } = await inPage([1, 4], false);
    expect(runs).toEqual([1, 1].map((threads) => ({ threads, bits: golden })));
  });
});

async function inPage(threads: readonly number[], isIsolated: boolean): Promise<Outcome> {
  const { printed, errors } = await inChromium(chromium, program(threads), { isIsolated });
  expect(errors).toEqual([]);
  return JSON.parse(String(printed[0][0]));
}
