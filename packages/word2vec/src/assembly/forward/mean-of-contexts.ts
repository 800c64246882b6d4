import { inTwelves } from "../in-twelves";
import { Run } from "../run";

/** CBOW's hidden vector: the mean of the target's context rows. */
export function meanOfContexts(run: Run, record: usize, hidden: usize): void {
  const bytes = run.rowBytes;
  const input = run.input;
  const first = record + 4;
  const end = record + ((<usize>load<i32>(record)) << 2);
  const share = f32x4.splat(<f32>1 / <f32>load<i32>(record));
  const twelves = inTwelves(bytes);
  let d: usize = 0;
  for (; d < twelves; d += 192) meanBlock(12, input + d, bytes, first, end, share, hidden + d);
  if (d + 208 == bytes) {
    meanBlock(13, input + d, bytes, first, end, share, hidden + d);
    return;
  }
  for (; d + 64 <= bytes; d += 64) meanBlock(4, input + d, bytes, first, end, share, hidden + d);
  for (; d < bytes; d += 16) meanBlock(1, input + d, bytes, first, end, share, hidden + d);
}

// This many vectors of the sum stay in registers while the rows pass by. `count` is 1, 4, 12 or 13 and known to the compiler.
@inline
function meanBlock(count: i32, table: usize, bytes: usize, id: usize, end: usize, share: v128, to: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  let s8 = s0;
  let s9 = s0;
  let s10 = s0;
  let s11 = s0;
  let s12 = s0;
  for (let at = id; at <= end; at += 4) {
    const row = table + <usize>load<i32>(at) * bytes;
    s0 = f32x4.add(s0, v128.load(row));
    if (count >= 4) {
      s1 = f32x4.add(s1, v128.load(row, 16));
      s2 = f32x4.add(s2, v128.load(row, 32));
      s3 = f32x4.add(s3, v128.load(row, 48));
    }
    if (count >= 12) {
      s4 = f32x4.add(s4, v128.load(row, 64));
      s5 = f32x4.add(s5, v128.load(row, 80));
      s6 = f32x4.add(s6, v128.load(row, 96));
      s7 = f32x4.add(s7, v128.load(row, 112));
      s8 = f32x4.add(s8, v128.load(row, 128));
      s9 = f32x4.add(s9, v128.load(row, 144));
      s10 = f32x4.add(s10, v128.load(row, 160));
      s11 = f32x4.add(s11, v128.load(row, 176));
    }
    if (count == 13) s12 = f32x4.add(s12, v128.load(row, 192));
  }
  v128.store(to, f32x4.mul(s0, share));
  if (count >= 4) {
    v128.store(to, f32x4.mul(s1, share), 16);
    v128.store(to, f32x4.mul(s2, share), 32);
    v128.store(to, f32x4.mul(s3, share), 48);
  }
  if (count >= 12) {
    v128.store(to, f32x4.mul(s4, share), 64);
    v128.store(to, f32x4.mul(s5, share), 80);
    v128.store(to, f32x4.mul(s6, share), 96);
    v128.store(to, f32x4.mul(s7, share), 112);
    v128.store(to, f32x4.mul(s8, share), 128);
    v128.store(to, f32x4.mul(s9, share), 144);
    v128.store(to, f32x4.mul(s10, share), 160);
    v128.store(to, f32x4.mul(s11, share), 176);
  }
  if (count == 13) v128.store(to, f32x4.mul(s12, share), 192);
}
