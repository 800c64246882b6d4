import { inTwelves } from "../in-twelves";
import { addWeightedSum, setWeightedSum } from "./weighted-sum";
import { addTwoWeightedSums, setTwoWeightedSums } from "./two-weighted-sums";
import { Run } from "../run";

/** CBOW: `hiddenSteps = Σ_k scoreSteps[k] · output[k]`, from output rows as they were before the batch. */
export function writeHiddenStep(run: Run, outputs: usize, scoreSteps: usize, hiddenSteps: usize): void {
  setWeightedSum(run.output, run.rowBytes, outputs, 1 + run.negatives, scoreSteps, 4, hiddenSteps);
}

/** Skip-gram: `hiddenSteps[i] = Σ_k scoreSteps[i, k] · output[k]` for each of the target's contexts. */
export function writeHiddenSteps(run: Run, outputs: usize, n: i32, scoreSteps: usize, hiddenSteps: usize): void {
  const bytes = run.rowBytes;
  const used = 1 + run.negatives;
  const next = (<usize>used) << 2;
  let i = 0;
  // Two contexts share the loads of the rows.
  for (; i + 2 <= n; i += 2) {
    setTwoWeightedSums(run.output, bytes, outputs, used, scoreSteps, scoreSteps + next, 4, hiddenSteps, hiddenSteps + bytes);
    scoreSteps += 2 * next;
    hiddenSteps += 2 * bytes;
  }
  if (i < n) setWeightedSum(run.output, bytes, outputs, used, scoreSteps, 4, hiddenSteps);
}

/** Skip-gram: `output[k] += Σ_i scoreSteps[i, k] · input[context i]`, for each of the target's output rows, which are different ones. */
export function updateOutputsOfContexts(run: Run, outputs: usize, record: usize, scoreSteps: usize): void {
  const bytes = run.rowBytes;
  const contexts = record + 4;
  const n = load<i32>(record);
  const used = 1 + run.negatives;
  const stride = (<usize>used) << 2;
  let k = 0;
  for (; k + 2 <= used; k += 2) {
    const at = outputs + ((<usize>k) << 2);
    const first = run.output + <usize>load<i32>(at) * bytes;
    const second = run.output + <usize>load<i32>(at, 4) * bytes;
    const weights = scoreSteps + ((<usize>k) << 2);
    addTwoWeightedSums(run.input, bytes, contexts, n, weights, weights + 4, stride, first, second);
  }
  if (k < used) {
    const row = run.output + <usize>load<i32>(outputs + ((<usize>k) << 2)) * bytes;
    addWeightedSum(run.input, bytes, contexts, n, scoreSteps + ((<usize>k) << 2), stride, row);
  }
}

/** CBOW: `output[k] += scoreSteps[k] · hidden`, for each of the target's output rows. */
export function updateOutputs(run: Run, outputs: usize, scoreSteps: usize, hidden: usize): void {
  const bytes = run.rowBytes;
  const table = run.output;
  const end = outputs + (<usize>(1 + run.negatives) << 2);
  const twelves = inTwelves(bytes);
  let d: usize = 0;
  for (; d < twelves; d += 192) addScaledBlock(12, table + d, bytes, outputs, end, scoreSteps, hidden + d);
  if (d + 208 == bytes) {
    addScaledBlock(13, table + d, bytes, outputs, end, scoreSteps, hidden + d);
    return;
  }
  for (; d + 64 <= bytes; d += 64) addScaledBlock(4, table + d, bytes, outputs, end, scoreSteps, hidden + d);
  for (; d < bytes; d += 16) addScaledBlock(1, table + d, bytes, outputs, end, scoreSteps, hidden + d);
}

// In these blocks this many vectors stay in registers while rows pass by. `count` is 1, 4, 12 or 13 and known to the compiler.

@inline
function addScaledBlock(count: i32, table: usize, bytes: usize, first: usize, end: usize, weight: usize, x: usize): void {
  const x0 = v128.load(x);
  let x1 = x0, x2 = x0, x3 = x0, x4 = x0, x5 = x0, x6 = x0, x7 = x0, x8 = x0, x9 = x0, x10 = x0, x11 = x0, x12 = x0;
  if (count >= 4) {
    x1 = v128.load(x, 16);
    x2 = v128.load(x, 32);
    x3 = v128.load(x, 48);
  }
  if (count >= 12) {
    x4 = v128.load(x, 64);
    x5 = v128.load(x, 80);
    x6 = v128.load(x, 96);
    x7 = v128.load(x, 112);
    x8 = v128.load(x, 128);
    x9 = v128.load(x, 144);
    x10 = v128.load(x, 160);
    x11 = v128.load(x, 176);
  }
  if (count == 13) x12 = v128.load(x, 192);
  for (let id = first; id < end; id += 4, weight += 4) {
    const g = v128.load32_splat(weight);
    const row = table + <usize>load<i32>(id) * bytes;
    v128.store(row, f32x4.add(v128.load(row), f32x4.mul(g, x0)));
    if (count >= 4) {
      v128.store(row, f32x4.add(v128.load(row, 16), f32x4.mul(g, x1)), 16);
      v128.store(row, f32x4.add(v128.load(row, 32), f32x4.mul(g, x2)), 32);
      v128.store(row, f32x4.add(v128.load(row, 48), f32x4.mul(g, x3)), 48);
    }
    if (count >= 12) {
      v128.store(row, f32x4.add(v128.load(row, 64), f32x4.mul(g, x4)), 64);
      v128.store(row, f32x4.add(v128.load(row, 80), f32x4.mul(g, x5)), 80);
      v128.store(row, f32x4.add(v128.load(row, 96), f32x4.mul(g, x6)), 96);
      v128.store(row, f32x4.add(v128.load(row, 112), f32x4.mul(g, x7)), 112);
      v128.store(row, f32x4.add(v128.load(row, 128), f32x4.mul(g, x8)), 128);
      v128.store(row, f32x4.add(v128.load(row, 144), f32x4.mul(g, x9)), 144);
      v128.store(row, f32x4.add(v128.load(row, 160), f32x4.mul(g, x10)), 160);
      v128.store(row, f32x4.add(v128.load(row, 176), f32x4.mul(g, x11)), 176);
    }
    if (count == 13) v128.store(row, f32x4.add(v128.load(row, 192), f32x4.mul(g, x12)), 192);
  }
}

/** CBOW: `input[context] += share · hiddenSteps`, for each of the target's contexts. */
export function updateContexts(run: Run, record: usize, hiddenSteps: usize): void {
  const bytes = run.rowBytes;
  const table = run.input;
  const first = record + 4;
  const end = first + (<usize>load<i32>(record) << 2);
  const share = f32x4.splat(run.isTrueGradient ? <f32>1 / <f32>load<i32>(record) : 1);
  const twelves = inTwelves(bytes);
  let d: usize = 0;
  for (; d < twelves; d += 192) addBlock(12, table + d, bytes, first, end, share, hiddenSteps + d);
  if (d + 208 == bytes) {
    addBlock(13, table + d, bytes, first, end, share, hiddenSteps + d);
    return;
  }
  for (; d + 64 <= bytes; d += 64) addBlock(4, table + d, bytes, first, end, share, hiddenSteps + d);
  for (; d < bytes; d += 16) addBlock(1, table + d, bytes, first, end, share, hiddenSteps + d);
}

/** Skip-gram: `input[context] += hiddenSteps`. */
export function updateContext(run: Run, row: usize, hiddenSteps: usize): void {
  const end = row + run.rowBytes;
  for (let to = row; to < end; to += 16, hiddenSteps += 16) {
    v128.store(to, f32x4.add(v128.load(to), v128.load(hiddenSteps)));
  }
}

@inline
function addBlock(count: i32, table: usize, bytes: usize, first: usize, end: usize, share: v128, x: usize): void {
  const x0 = f32x4.mul(share, v128.load(x));
  let x1 = x0, x2 = x0, x3 = x0, x4 = x0, x5 = x0, x6 = x0, x7 = x0, x8 = x0, x9 = x0, x10 = x0, x11 = x0, x12 = x0;
  if (count >= 4) {
    x1 = f32x4.mul(share, v128.load(x, 16));
    x2 = f32x4.mul(share, v128.load(x, 32));
    x3 = f32x4.mul(share, v128.load(x, 48));
  }
  if (count >= 12) {
    x4 = f32x4.mul(share, v128.load(x, 64));
    x5 = f32x4.mul(share, v128.load(x, 80));
    x6 = f32x4.mul(share, v128.load(x, 96));
    x7 = f32x4.mul(share, v128.load(x, 112));
    x8 = f32x4.mul(share, v128.load(x, 128));
    x9 = f32x4.mul(share, v128.load(x, 144));
    x10 = f32x4.mul(share, v128.load(x, 160));
    x11 = f32x4.mul(share, v128.load(x, 176));
  }
  if (count == 13) x12 = f32x4.mul(share, v128.load(x, 192));
  for (let id = first; id < end; id += 4) {
    const row = table + <usize>load<i32>(id) * bytes;
    v128.store(row, f32x4.add(v128.load(row), x0));
    if (count >= 4) {
      v128.store(row, f32x4.add(v128.load(row, 16), x1), 16);
      v128.store(row, f32x4.add(v128.load(row, 32), x2), 32);
      v128.store(row, f32x4.add(v128.load(row, 48), x3), 48);
    }
    if (count >= 12) {
      v128.store(row, f32x4.add(v128.load(row, 64), x4), 64);
      v128.store(row, f32x4.add(v128.load(row, 80), x5), 80);
      v128.store(row, f32x4.add(v128.load(row, 96), x6), 96);
      v128.store(row, f32x4.add(v128.load(row, 112), x7), 112);
      v128.store(row, f32x4.add(v128.load(row, 128), x8), 128);
      v128.store(row, f32x4.add(v128.load(row, 144), x9), 144);
      v128.store(row, f32x4.add(v128.load(row, 160), x10), 160);
      v128.store(row, f32x4.add(v128.load(row, 176), x11), 176);
    }
    if (count == 13) v128.store(row, f32x4.add(v128.load(row, 192), x12), 192);
  }
}
