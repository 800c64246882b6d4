import { Run } from "./run";

/** Hidden vectors of a target: the mean of its context rows for CBOW, each of them for skip-gram. */
export function hiddenOf(run: Run, record: usize, hidden: usize): void {
  if (run.isSkipGram) copyRows(run, record, hidden);
  else meanOfRows(run, record, hidden);
}

function copyRows(run: Run, record: usize, hidden: usize): void {
  const bytes = run.rowBytes;
  const n = load<i32>(record);
  for (let i = 1; i <= n; i++) {
    const row = run.input + <usize>load<i32>(record + ((<usize>i) << 2)) * bytes;
    for (let d: usize = 0; d < bytes; d += 16) v128.store(hidden + d, v128.load(row + d));
    hidden += bytes;
  }
}

function meanOfRows(run: Run, record: usize, hidden: usize): void {
  const bytes = run.rowBytes;
  const input = run.input;
  const n = load<i32>(record);
  const first = record + 4;
  const end = record + ((<usize>n) << 2);
  const share = f32x4.splat(<f32>1 / <f32>n);
  let d: usize = 0;
  // Four vectors at a time stay in registers while all rows are added to them.
  for (; d + 64 <= bytes; d += 64) {
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let id = first; id <= end; id += 4) {
      const row = input + <usize>load<i32>(id) * bytes + d;
      s0 = f32x4.add(s0, v128.load(row));
      s1 = f32x4.add(s1, v128.load(row, 16));
      s2 = f32x4.add(s2, v128.load(row, 32));
      s3 = f32x4.add(s3, v128.load(row, 48));
    }
    v128.store(hidden + d, f32x4.mul(s0, share));
    v128.store(hidden + d, f32x4.mul(s1, share), 16);
    v128.store(hidden + d, f32x4.mul(s2, share), 32);
    v128.store(hidden + d, f32x4.mul(s3, share), 48);
  }
  for (; d < bytes; d += 16) {
    let sum = f32x4.splat(0);
    for (let id = first; id <= end; id += 4) sum = f32x4.add(sum, v128.load(input + <usize>load<i32>(id) * bytes + d));
    v128.store(hidden + d, f32x4.mul(sum, share));
  }
}
