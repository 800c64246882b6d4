import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report, status } from "@wordloom/terminal";
import { corpusFile } from "../corpora/corpus-file.ts";
import { testSets } from "../corpora/test-sets.ts";
import { busyProcess } from "../machine/busy-process.ts";
import { busyText, machine } from "../machine/machine.ts";
import { programsNamed } from "../programs/programs.ts";
import type { SpeedOptions } from "./speed-options.ts";
import type { SpeedResult } from "./speed-report.ts";
import { type SpeedRow, speedRun } from "./speed-run.ts";
import { speedSummary } from "./speed-summary.ts";

/** Runs the comparison. Whatever it writes is in a folder of its own that is gone in the end. */
export async function speedResult(options: SpeedOptions): Promise<SpeedResult> {
  const { dimension, window, negatives, subsample, minCount, epochs, seed, learningRate, rounds, slowRounds } = options;
  const before = await machine();
  const busy = busyText(before);
  if (busy !== undefined) report(busy);
  const { present, versions, skipped } = await programsNamed(options.programs);
  const endBusy = options.besideBusy === true ? busyProcess() : () => {};
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
        slowRounds,
        programs: present,
        testSets: await testSets(process.env),
        folder,
      },
      report,
    );
    return {
      benchmark: "speed",
      machine: before,
      ...(options.besideBusy === true ? { besideBusy: true } : {}),
      versions,
      corpus: {
        name: corpus.name,
        tokens: corpus.tokens,
        words: corpus.words(minCount),
        sha256: await sha256(corpus.path),
      },
      settings,
      rounds,
      slowRounds,
      rows: speedSummary(rows, corpus.tokens, epochs),
      skipped: { ...skipped, ...failures(rows) },
    };
  } finally {
    endBusy();
    await rm(folder, { recursive: true, force: true });
  }
}

function failures(rows: readonly SpeedRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ program, model, threads, failure }) =>
      failure === undefined ? [] : [[`${program}, ${model}, threads ${threads}`, failure]],
    ),
  );
}

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
