import { Run } from "../run";

/**
 * CBOW, for one target: `hiddenSteps = Σ_k scoreSteps[k] · output[k]` and `output[k] += scoreSteps[k] · hidden`, in one pass over the
 * output rows, which are different ones.
 */
export function updateOutputsAndHidden(run: Run, outputs: usize, scoreSteps: usize, hidden: usize, hiddenSteps: usize): void {
  const bytes = run.rowBytes;
  const table = run.output;
  const end = outputs + (<usize>(1 + run.negatives) << 2);
  let d: usize = 0;
  for (; d + 96 <= bytes; d += 96) passBlock(6, table + d, bytes, outputs, end, scoreSteps, hidden + d, hiddenSteps + d);
  if (d + 64 <= bytes) {
    passBlock(4, table + d, bytes, outputs, end, scoreSteps, hidden + d, hiddenSteps + d);
    d += 64;
  }
  for (; d < bytes; d += 16) passBlock(1, table + d, bytes, outputs, end, scoreSteps, hidden + d, hiddenSteps + d);
}

// This many vectors of `hidden` and of its step stay in registers while rows pass by. `count` is 1, 4 or 6 and known to the compiler.
@inline
function passBlock(count: i32, table: usize, bytes: usize, first: usize, end: usize, weight: usize, hidden: usize, steps: usize): void {
  const h0 = v128.load(hidden);
  let h1 = h0, h2 = h0, h3 = h0, h4 = h0, h5 = h0;
  if (count >= 4) {
    h1 = v128.load(hidden, 16);
    h2 = v128.load(hidden, 32);
    h3 = v128.load(hidden, 48);
  }
  if (count == 6) {
    h4 = v128.load(hidden, 64);
    h5 = v128.load(hidden, 80);
  }
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
  for (let id = first; id < end; id += 4, weight += 4) {
    const g = v128.load32_splat(weight);
    const row = table + <usize>load<i32>(id) * bytes;
    let x = v128.load(row);
    s0 = f32x4.add(s0, f32x4.mul(g, x));
    v128.store(row, f32x4.add(x, f32x4.mul(g, h0)));
    if (count >= 4) {
      x = v128.load(row, 16);
      s1 = f32x4.add(s1, f32x4.mul(g, x));
      v128.store(row, f32x4.add(x, f32x4.mul(g, h1)), 16);
      x = v128.load(row, 32);
      s2 = f32x4.add(s2, f32x4.mul(g, x));
      v128.store(row, f32x4.add(x, f32x4.mul(g, h2)), 32);
      x = v128.load(row, 48);
      s3 = f32x4.add(s3, f32x4.mul(g, x));
      v128.store(row, f32x4.add(x, f32x4.mul(g, h3)), 48);
    }
    if (count == 6) {
      x = v128.load(row, 64);
      s4 = f32x4.add(s4, f32x4.mul(g, x));
      v128.store(row, f32x4.add(x, f32x4.mul(g, h4)), 64);
      x = v128.load(row, 80);
      s5 = f32x4.add(s5, f32x4.mul(g, x));
      v128.store(row, f32x4.add(x, f32x4.mul(g, h5)), 80);
    }
  }
  v128.store(steps, s0);
  if (count >= 4) {
    v128.store(steps, s1, 16);
    v128.store(steps, s2, 32);
    v128.store(steps, s3, 48);
  }
  if (count == 6) {
    v128.store(steps, s4, 64);
    v128.store(steps, s5, 80);
  }
}
