import type { Format } from "../format.js";
import { isSafetensors } from "./is-safetensors.js";

/** Hugging Face's safetensors, with the words in its metadata. */
export const safetensors: Format = {
  name: "safetensors",
  endings: ["safetensors"],
  called: "safetensors",
  wordsIn: "file or list",
  isLines: false,
  detect: { by: "signature", isFormat: isSafetensors },
};
