import { type AccuracyCase, type AccuracyRun, ablation, ablationCase, comparison, gradients } from "./accuracy-plan.ts";
import { type AccuracyResult, bestRate, recordOf } from "./accuracy-result.ts";

/**
 * The next run that is missing: the comparison, seed by seed; the ablation's grid with the first seed; the other seeds at each
 * gradient's best rate. Undefined when all is done.
 */
export function nextRun(result: AccuracyResult, programs: readonly string[]): AccuracyRun | undefined {
  return plannedRuns(result).find((run) => programs.includes(run.program) && recordOf(result, run) === undefined);
}

/** All that can be planned by now: best rates are known only after the grid. */
export function plannedRuns(result: AccuracyResult): AccuracyRun[] {
  const { seeds, grid } = result;
  const [first] = seeds;
  const withSeeds = (cases: readonly AccuracyCase[], which: readonly number[]): AccuracyRun[] =>
    which.flatMap((seed) => cases.map((each) => ({ ...each, seed })));
  const best = gradients.flatMap((gradient) => {
    const rate = bestRate(result, gradient);
    return rate === undefined ? [] : [ablationCase(gradient, rate)];
  });
  return [...withSeeds(comparison, seeds), ...withSeeds(ablation(grid), [first]), ...withSeeds(best, seeds.slice(1))];
}
