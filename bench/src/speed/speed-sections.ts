import { markdownTable } from "../pages/table.ts";
import { modelsOf, type SpeedResult, speedConditions, speedRemarks, speedTable } from "./speed-report.ts";

/** The parts of a page on speed: `conditions`, `remarks`, and a table for each model. */
export function speedSections(result: SpeedResult): Record<string, string> {
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");
  return {
    conditions: list(speedConditions(result)),
    remarks: list(speedRemarks(result)),
    ...Object.fromEntries(modelsOf(result).map((model) => [model, markdownTable(speedTable(result, model))])),
  };
}
