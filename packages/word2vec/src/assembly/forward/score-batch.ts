import { meanOfContexts } from "./mean-of-contexts";
import { contextRow, recordOf } from "../record";
import { Run } from "../run";
import { padScores, writeScores } from "./scores";

/** The scores of a batch's targets. Returns how many hidden vectors they have. */
export function scoreBatch(run: Run, count: i32): i32 {
  const columns = (<usize>run.columns) << 2;
  const next = (<usize>(1 + run.negatives)) << 2;
  const outputs = run.outputs;
  let scores = run.scores;
  let rows = 0;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, b);
    if (run.isSkipGram) {
      // Each context row is a hidden vector itself.
      const n = load<i32>(record);
      for (let i = 1; i <= n; i++) {
        writeScores(run, outputs + <usize>b * columns, contextRow(run, record, i), scores);
        scores += next;
      }
      rows += n;
    } else {
      const hidden = run.hidden + <usize>b * run.rowBytes;
      meanOfContexts(run, record, hidden);
      writeScores(run, outputs + <usize>b * columns, hidden, scores);
      scores += next;
      rows++;
    }
  }
  padScores(scores);
  return rows;
}
