import type { ReadingNote } from "@wordloom/vectors";
import type { Comparison } from "../evaluation/compare-vectors.js";
import type { ConversionLoss } from "./conversion-loss.js";
import type { Numbers, Target } from "./targets.js";

/** The result of a conversion, which `--json` prints. */
export interface Conversion {
  readonly from: {
    readonly file: string;
    readonly words: number;
    readonly dimension: number;
    /** Null if it is not a file. */
    readonly bytes: number | null;
    /** What the reader has decided or left out. */
    readonly notes: readonly ReadingNote[];
  };
  readonly to: {
    readonly path: string;
    readonly format: Target;
    readonly numbers: Numbers;
    readonly files: readonly string[];
    readonly bytes: number | null;
  };
  /** Whether every row was read; false with `--limit`. */
  readonly isAll: boolean;
  readonly notes: readonly string[];
  /** Null if nothing was read back. */
  readonly loss: ConversionLoss | null;
  /** The scores before, A, and after, B; null without test sets. */
  readonly comparison: (Comparison & { readonly notes: readonly ReadingNote[] }) | null;
}
