import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report, status } from "@wordloom/terminal";
import { corpusFile } from "../corpus-file.ts";
import { machine } from "../machine.ts";
import { programsNamed } from "../programs/programs.ts";
import { testSets } from "../test-sets.ts";
import type { SpeedOptions } from "./speed-options.ts";
import type { SpeedResult } from "./speed-report.ts";
import { speedRun } from "./speed-run.ts";
import { speedSummary } from "./speed-summary.ts";

/** Runs the comparison. Whatever it writes is in a folder of its own that is gone in the end. */
export async function speedResult(options: SpeedOptions): Promise<SpeedResult> {
  const { dimension, window, negatives, subsample, minCount, epochs, seed, learningRate, rounds } = options;
  const before = machine();
  if (before.loadBefore > 0.25 * before.cores) {
    report(`load ${before.loadBefore}: other programs want the cores, so paces will be low and uneven`);
  }
  const { present, versions, skipped } = await programsNamed(options.programs);
  const folder = await mkdtemp(join(tmpdir(), "wordloom-bench-"));
  try {
    status("reading the corpus");
    const corpus = await corpusFile(options.corpus, join(folder, "corpus.txt"), options.tokens);
    const settings = {
      ...{ dimension, window, negatives, subsample, minCount, epochs, seed },
      ...(learningRate === undefined ? {} : { learningRate }),
    };
    const rows = await speedRun(
      {
        corpus,
        settings,
        models: options.models,
        threads: options.threads,
        rounds,
        programs: present,
        testSets: await testSets(process.env),
        folder,
      },
      report,
    );
    return {
      benchmark: "speed",
      machine: before,
      versions,
      corpus: {
        name: corpus.name,
        tokens: corpus.tokens,
        words: corpus.words(minCount),
        sha256: await sha256(corpus.path),
      },
      settings,
      rounds,
      rows: speedSummary(rows, corpus.tokens, epochs),
      skipped,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
