import { shownValue } from "@wordloom/arguments";
import { checkCorpus } from "../corpus/check-corpus.js";

/** Word ids in a shape, row-major. */
export interface WordIds {
  readonly shape: readonly number[];
  readonly data: Int32Array;
}

/** `N` targets, and the contexts of each. */
export interface ContextsAndTargets {
  /** `[N, 2 · window]`, word ids: those before the target, then those after it, in the order of the text. */
  readonly contexts: WordIds;
  /** `[N]`, word ids. */
  readonly targets: WordIds;
}

/**
 * Lists every word that has `window` words on both sides, with these words, as the book's function of that name does.
 *
 * The result takes `2 · window` times the memory of the corpus. `windowBatches` makes a batch at a time.
 *
 * @param ids - the corpus
 * @throws TypeError if `ids` is not an Int32Array
 * @throws RangeError if `window` is not a positive integer, an id is negative, or no word has a full window
 *
 * @example
 * contextsAndTargets(Int32Array.of(0, 1, 2, 3), 1).contexts // { shape: [2, 2], data: Int32Array [0, 2, 1, 3] }
 */
export function contextsAndTargets(ids: Int32Array, window: number): ContextsAndTargets {
  checkCorpus("contextsAndTargets", { ids }, []);
  checkWindow("contextsAndTargets", window, ids.length);
  const N = ids.length - 2 * window;
  const C = 2 * window;
  const contexts = new Int32Array(N * C);
  for (let n = 0; n < N; n++) {
    for (let k = 0; k < window; k++) {
      contexts[n * C + k] = ids[n + k];
      contexts[n * C + window + k] = ids[n + window + 1 + k];
    }
  }
  return {
    contexts: { shape: [N, C], data: contexts },
    targets: { shape: [N], data: ids.slice(window, ids.length - window) },
  };
}

/** Refuses a window that is not a positive integer, or that a text of `tokens` tokens cannot fill. */
export function checkWindow(caller: string, window: number, tokens: number): void {
  if (!(Number.isSafeInteger(window) && window >= 1)) {
    throw new RangeError(`${caller}: window is ${shownValue(window)}; it must be a positive whole number`);
  }
  if (tokens < 2 * window + 1) {
    throw new RangeError(
      `${caller}: a window of ${window} on both sides needs ${2 * window + 1} tokens, the corpus has ${tokens}; ` +
        "take a longer text or a smaller window",
    );
  }
}
