import type { Settings } from "./settings.js";

/** What the command line says, the settings of the run included. */
export interface TrainOptions extends Omit<Settings, "learningRate" | "maxWords"> {
  readonly learningRate?: number;
  readonly maxWords?: number;
  readonly data?: string;
  readonly corpus: "auto" | "ptb" | "bundled";
  readonly out?: string;
  readonly format: "both" | "binary" | "text";
  readonly json?: boolean;
  readonly quiet?: boolean;
}
