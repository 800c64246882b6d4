import { median } from "../statistics/median.ts";
import type { SpeedRow } from "./speed-run.ts";

export interface SpeedSummary extends SpeedRow {
  /** Tokens of the file times epochs, by the second of training; median, least and most over the rounds. */
  readonly wordsPerSecond: number;
  readonly least: number;
  readonly most: number;
  /** Of words a second to gensim's in the same round, on as many threads; median. Null without gensim. */
  readonly timesGensim: number | null;
}

/** Rows that have seconds, with their speeds. Where gensim reads in two ways, it is the faster of them. */
export function speedSummary(rows: readonly SpeedRow[], tokens: number, epochs: number): SpeedSummary[] {
  const measured = rows.filter(({ seconds }) => seconds.length > 0);
  return measured.map((row) => {
    const speeds = row.seconds.map((seconds) => (tokens * epochs) / seconds);
    const rival = measured
      .filter(({ program, model, threads }) => isGensim(program) && model === row.model && threads === row.threads)
      .sort((a, b) => median(a.seconds) - median(b.seconds))
      .at(0);
    const ratios = row.seconds.flatMap((seconds, round) => {
      const theirs = rival?.seconds[round];
      return theirs === undefined ? [] : [theirs / seconds];
    });
    return {
      ...row,
      wordsPerSecond: median(speeds),
      least: Math.min(...speeds),
      most: Math.max(...speeds),
      timesGensim: ratios.length === 0 ? null : median(ratios),
    };
  });
}

function isGensim(program: string): boolean {
  return program.startsWith("gensim");
}
