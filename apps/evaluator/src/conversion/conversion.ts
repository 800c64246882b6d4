import type { ReadingNote } from "@wordloom/vectors";
import type { Comparison } from "../evaluation/compare-vectors.js";
import type { ConversionLoss } from "./conversion-loss.js";
import type { Numbers, Target } from "./targets.js";

/** What became of a conversion; what `--json` prints. */
export interface Conversion {
  readonly from: {
    readonly file: string;
    readonly words: number;
    readonly dimension: number;
    /** Null for what is no file. */
    readonly bytes: number | null;
    /** What the reader decided or left out. */
    readonly notes: readonly ReadingNote[];
  };
  readonly to: {
    readonly path: string;
    readonly format: Target;
    readonly numbers: Numbers;
    readonly files: readonly string[];
    readonly bytes: number | null;
  };
  /** Whether every row was read, as without `--limit`. */
  readonly isAll: boolean;
  readonly notes: readonly string[];
  /** Null if nothing was read back. */
  readonly loss: ConversionLoss | null;
  /** Of the vectors before, A, and after, B, on test sets, if there were any. */
  readonly comparison: (Comparison & { readonly notes: readonly ReadingNote[] }) | null;
}
