import { Run } from "./run";

// A record: how many contexts a target has, and which (sampling/draw-batch.ts).

@inline
export function recordOf(run: Run, b: i32): usize {
  return run.records + <usize>b * run.recordBytes;
}

@inline
export function contextRow(run: Run, record: usize, i: i32): usize {
  return run.input + <usize>load<i32>(record + ((<usize>i) << 2)) * run.rowBytes;
}
