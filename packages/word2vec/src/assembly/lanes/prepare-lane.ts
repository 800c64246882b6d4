import { drawPool } from "../sampling/draw-pool";
import { fillStream } from "../sampling/fill-stream";
import { ADASUM } from "../merge/rules";
import { mix, STEP } from "../sampling/mix";
import { laneOf } from "../lane";
import { Round } from "../round";
import { Run } from "../run";
import { INPUT, OUTPUT, readTable } from "../tables";
import { giveRows } from "./give-rows";

/**
 * Reads the words of a lane, draws its pool of negatives, and copies the rows that it trains. False if the corpus has ended before
 * the lane begins.
 */
export function prepareLane(run: Run, round: Round, index: i32): bool {
  const lane = laneOf(run, index);
  lane.rows = 0;
  lane.inputRows = 0;
  const begin = beginOf(run, round, index);
  if (begin >= run.tokens) return false;
  fillStream(run, round, begin, min(run.tokens, begin + <f64>run.laneWords));
  giveRows(run, lane);
  drawPool(run, lane, laneKeyOf(run, round, begin));
  readTable(run, INPUT, lane.ids, lane.inputRows, lane.input);
  readTable(run, OUTPUT, lane.ids, lane.rows, lane.output);
  run.input = lane.input;
  run.output = lane.output;
  run.updates = lane.updates;
  run.contextUpdates = run.inputRule == ADASUM ? 0 : lane.contextUpdates;
  return true;
}

/** The first token of a lane, in its epoch. */
@inline
export function beginOf(run: Run, round: Round, index: i32): f64 {
  return round.position + <f64>index * <f64>run.laneWords;
}

/** The key of a lane's draws: a function of seed, epoch and the lane's first token. */
@inline
export function laneKeyOf(run: Run, round: Round, begin: f64): u64 {
  return mix(load<u64>(run.keys + (<usize>round.epoch << 4), 8) + <u64>begin * STEP);
}
