import { Lane, laneOf } from "../lane";
import { Run } from "../run";

// A link of a chain names a row of a lane, as `(lane + 1) · 2^16 + row`; 0 ends the chain.

@inline
export function laneOfLink(run: Run, link: u32): Lane {
  return laneOf(run, <i32>(link >> 16) - 1);
}

@inline
export function rowOfLink(link: u32): i32 {
  return <i32>(link & 0xffff);
}

@inline
export function nextLink(lane: Lane, row: i32): u32 {
  return load<u32>(lane.nextRows + (<usize>row << 2));
}
