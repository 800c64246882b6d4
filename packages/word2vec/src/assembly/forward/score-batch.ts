import { meanOfContexts } from "./mean-of-contexts";
import { contextRow, recordOf } from "../record";
import { Run } from "../run";
import { padPartialScores, partialScores } from "./partial-scores";

/** This thread's partial scores of all targets. Returns how many hidden vectors they have. */
export function scoreBatch(run: Run, records: usize, outputs: usize, allPartials: usize, count: i32): i32 {
  const columns = (<usize>run.columns) << 2;
  const next = (<usize>(1 + run.negatives)) << 2;
  let partials = allPartials + <usize>run.thread * run.threadPartials;
  let rows = 0;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, records, b);
    if (run.isSkipGram) {
      // Each context row is a hidden vector itself.
      const n = load<i32>(record);
      for (let i = 1; i <= n; i++) {
        partialScores(run, outputs + <usize>b * columns, contextRow(run, record, i), partials);
        partials += next;
      }
      rows += n;
    } else {
      const hidden = run.hidden + <usize>b * run.rowBytes;
      meanOfContexts(run, record, hidden);
      partialScores(run, outputs + <usize>b * columns, hidden, partials);
      partials += next;
      rows++;
    }
  }
  padPartialScores(partials);
  return rows;
}
