import type { Format } from "../format.js";
import { NPY_MAGIC } from "./npy-magic.js";

/** NumPy's `.npy`: the numbers; the words are in a list beside it. */
export const npy: Format = {
  name: "npy",
  endings: ["npy"],
  called: ".npy",
  wordsIn: "list",
  isLines: false,
  detect: { by: "signature", isFormat: (start) => NPY_MAGIC.every((byte, i) => start[i] === byte) },
};
