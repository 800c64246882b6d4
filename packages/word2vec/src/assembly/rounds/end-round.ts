import { laneOf } from "../lane";
import { Round } from "../round";
import { Run } from "../run";
import { notePoint } from "./loss-point";
import { DIVERGED, DONE, EPOCH_ENDED, GOING_ON, OUT_OF_IDS, STOPPED } from "./status";

/** All lanes of a round are trained. If one has diverged, or the run is to stop, the round is not merged. */
export function endLanes(run: Run): void {
  const round = changetype<Round>(run.round);
  round.nextPart = 0;
  if (atomic.load<i32>(run.round + offsetof<Round>("isStopping")) != 0) {
    round.status = STOPPED;
    return;
  }
  for (let i = 0; i < run.lanes; i++) {
    const lane = laneOf(run, i);
    if (lane.divergedLoss == 0) continue;
    round.divergedLoss = lane.divergedLoss;
    round.divergedRate = lane.rate;
    round.status = DIVERGED;
    return;
  }
}

/** All rows of a round are merged: adds up its losses, in the order of the lanes, and goes on to the next round. */
export function endRound(run: Run): void {
  const round = changetype<Round>(run.round);
  for (let i = 0; i < run.lanes; i++) {
    const lane = laneOf(run, i);
    round.epochTargets += lane.targets;
    round.epochLoss += lane.loss;
    round.allTargets += lane.targets;
    round.lossSum += lane.loss;
  }
  notePoint(run, round);
  round.nextLane = 0;
  round.position += <f64>run.lanes * <f64>run.laneWords;
  round.status = round.position < run.tokens ? statusOfChunk(run, round) : endEpoch(run, round);
}

/** Whether the host has copied all tokens of the next round. */
function statusOfChunk(run: Run, round: Round): i32 {
  const end = min(run.tokens, round.position + <f64>run.lanes * <f64>run.laneWords + <f64>run.margin);
  const start = max(0, round.position - <f64>run.margin);
  return start >= round.chunkStart && end <= round.chunkEnd ? GOING_ON : OUT_OF_IDS;
}

function endEpoch(run: Run, round: Round): i32 {
  store<f64>(run.losses + (<usize>round.epoch << 3), round.epochLoss / round.epochTargets);
  round.epoch++;
  round.position = 0;
  round.epochTargets = 0;
  round.epochLoss = 0;
  return round.epoch == run.epochs ? DONE : EPOCH_ENDED;
}
