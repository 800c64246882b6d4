import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { accuracySections } from "../accuracy/accuracy-report.ts";
import type { AccuracyResult } from "../accuracy/accuracy-result.ts";
import { costSections } from "../cost/cost-report.ts";
import type { CostResult } from "../cost/cost-result.ts";
import { mergingSections } from "../merging/merging-report.ts";
import type { MergingResult } from "../merging/merging-result.ts";
import { phrasesSections } from "../phrases/phrases-report.ts";
import type { PhrasesResult } from "../phrases/phrases-result.ts";
import { type Result, savedResult } from "../results/results.ts";
import { writeWhole } from "../results/write-whole.ts";
import { scalingSections } from "../scaling/scaling-report.ts";
import type { ScalingResult } from "../scaling/scaling-result.ts";
import type { SpeedResult } from "../speed/speed-report.ts";
import { speedSections } from "../speed/speed-sections.ts";
import { vectorsSections } from "../vectors/vectors-report.ts";
import type { VectorsResult } from "../vectors/vectors-result.ts";
import { markedSections, resultsShown } from "./marked-sections.ts";

/** Pages of `docs` with sections that benchmarks write. */
export const pages: readonly string[] = [
  "speed.md",
  "scaling.md",
  "accuracy.md",
  "merging.md",
  "vectors.md",
  "binary-files.md",
];

/** Writes what the saved results say into the pages; returns the names of those that changed. */
export async function updatePages(): Promise<string[]> {
  const changed: string[] = [];
  for (const page of pages) {
    const path = pagePath(page);
    const before = await readFile(path, "utf8");
    const after = await updatedPage(before);
    if (after === before) continue;
    await writeWhole(path, after);
    changed.push(`docs/${page}`);
  }
  return changed;
}

/** A page with what the saved results say. */
export async function updatedPage(page: string): Promise<string> {
  const sections = new Map<string, Readonly<Record<string, string>>>();
  for (const name of resultsShown(page)) {
    const result = await savedResult(name);
    if (result !== undefined) sections.set(name, sectionsOf(result));
  }
  return markedSections(page, (name, part) => {
    const parts = sections.get(name);
    if (parts === undefined) return undefined;
    if (parts[part] === undefined) {
      throw new Error(`updatedPage: ${name} has no part "${part}"; it has ${Object.keys(parts).join(", ")}`);
    }
    return parts[part];
  });
}

export function pagePath(page: string): string {
  return fileURLToPath(new URL(`../../../docs/${page}`, import.meta.url));
}

function sectionsOf(result: Result): Readonly<Record<string, string>> {
  switch (result.benchmark) {
    case "speed":
      return speedSections(result as SpeedResult);
    case "cost":
      return costSections(result as CostResult);
    case "scaling":
      return scalingSections(result as ScalingResult);
    case "accuracy":
      return accuracySections(result as AccuracyResult);
    case "merging":
      return mergingSections(result as MergingResult);
    case "vectors":
      return vectorsSections(result as VectorsResult);
    case "phrases":
      return phrasesSections(result as PhrasesResult);
  }
}
