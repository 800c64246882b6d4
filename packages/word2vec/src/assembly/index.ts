import { mergePart } from "./merge/merge-part";
import { Round } from "./round";
import { barrierGeneration, isLastAtBarrier, openBarrier, waitAtBarrier } from "./rounds/barrier";
import { endLanes, endRound } from "./rounds/end-round";
import { BROKEN_OFF, DIVERGED, GOING_ON, STOPPED } from "./rounds/status";
import { Run } from "./run";
import { scoreBatch } from "./forward/score-batch";
import { stepBatch } from "./step/step-batch";
import { beginLossSum, endLossSum } from "./step/loss-sum";
import { beginOf, laneKeyOf, prepareLane } from "./lanes/prepare-lane";
import { trainLane } from "./lanes/train-lane";
import { drawBatch } from "./sampling/draw-batch";

/**
 * Trains for `rounds` rounds, or to the end of the epoch, or of the ids that the host has copied. All threads of a run call it,
 * each with its own `Run`. They take lanes from a counter, wait for each other, take parts of the rows to merge, and wait again.
 */
export function advance(address: usize, rounds: i32): i32 {
  const run = changetype<Run>(address);
  const round = changetype<Round>(run.round);
  for (let i = 0; i < rounds; i++) {
    while (trainNextLane(address)) {}
    let generation = barrierGeneration(run);
    if (isLastAtBarrier(run)) {
      endLanes(run);
      openBarrier(run);
    } else if (!waitAtBarrier(run, generation)) return BROKEN_OFF;
    if (round.status == DIVERGED || round.status == STOPPED) return round.status;
    while (mergeNextPart(run)) {}
    generation = barrierGeneration(run);
    if (isLastAtBarrier(run)) {
      endRound(run);
      openBarrier(run);
    } else if (!waitAtBarrier(run, generation)) return BROKEN_OFF;
    if (round.status != GOING_ON) return round.status;
  }
  return GOING_ON;
}

/** Trains the lane of the round that is next, by itself. False if there is none: then `advance` ends the round. */
export function trainNextLane(address: usize): bool {
  const run = changetype<Run>(address);
  const lane = taken(run.round + offsetof<Round>("nextLane"));
  if (lane >= run.lanes) return false;
  trainLane(run, changetype<Round>(run.round), lane);
  return true;
}

/** Merges the part of the rows that is next. False if there is none. */
function mergeNextPart(run: Run): bool {
  const part = taken(run.round + offsetof<Round>("nextPart"));
  if (part >= run.mergeParts) return false;
  mergePart(run, part);
  return true;
}

/** The next number of a counter that threads share. */
@inline
function taken(counter: usize): i32 {
  return atomic.add<i32>(counter, 1);
}

/** Makes a lane of the round ready and trains nothing: for tests of its draws. False if the corpus has ended. */
export function beginLane(address: usize, index: i32): bool {
  const run = changetype<Run>(address);
  return prepareLane(run, changetype<Round>(run.round), index);
}

/** Draws the next targets of a lane that is ready, and returns how many: for tests of its draws. */
export function drawTargets(address: usize, index: i32): i32 {
  const run = changetype<Run>(address);
  const round = changetype<Round>(run.round);
  return drawBatch(run, laneKeyOf(run, round, beginOf(run, round, index)));
}

/** One step on records and output rows that the host wrote: for comparison with the layers. Returns the sum of the losses. */
export function trainRecords(address: usize, count: i32, rate: f32): f64 {
  const run = changetype<Run>(address);
  run.loss = 0;
  beginLossSum(run);
  const rows = scoreBatch(run, count);
  stepBatch(run, count, rows, rate);
  endLossSum(run);
  return run.loss;
}
