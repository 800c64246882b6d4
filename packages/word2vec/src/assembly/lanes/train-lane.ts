import { drawBatch } from "../sampling/draw-batch";
import { Lane, laneOf } from "../lane";
import { groupRows } from "../merge/group-rows";
import { Round } from "../round";
import { Run } from "../run";
import { scoreBatch } from "../forward/score-batch";
import { beginLossSum, endLossSum } from "../step/loss-sum";
import { stepBatch } from "../step/step-batch";
import { beginOf, laneKeyOf, prepareLane } from "./prepare-lane";

/**
 * Trains a lane: a piece of the corpus, on private copies of the rows that its words and its negatives have. It depends on the
 * tables before the round, the seed, the epoch and the lane's place in the corpus; not on who trains it, nor when.
 */
export function trainLane(run: Run, round: Round, index: i32): void {
  const lane = laneOf(run, index);
  const begin = beginOf(run, round, index);
  lane.targets = 0;
  lane.divergedLoss = 0;
  lane.rate = rateAt(run, <f64>round.epoch * run.tokens + begin);
  run.loss = 0;
  beginLossSum(run);
  if (prepareLane(run, round, index)) trainBatches(run, round, lane, laneKeyOf(run, round, begin));
  groupRows(run, lane);
  endLossSum(run);
  lane.loss = run.loss;
}

function trainBatches(run: Run, round: Round, lane: Lane, laneKey: u64): void {
  const rate = <f32>lane.rate;
  for (let count = drawBatch(run, laneKey); count > 0; count = drawBatch(run, laneKey)) {
    const rows = scoreBatch(run, count);
    if (!stepBatch(run, count, rows, rate)) {
      lane.divergedLoss = run.batchLoss / <f64>count;
      return;
    }
    lane.targets += count;
    // Another thread's store may be seen a little later: soon enough.
    if (round.isStopping != 0) return;
  }
}

/** The learning rate behind that many tokens of the run. */
function rateAt(run: Run, tokens: f64): f64 {
  return run.startRate + (run.endRate - run.startRate) * (tokens / (<f64>run.epochs * run.tokens));
}
