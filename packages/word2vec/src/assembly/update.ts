import { Run } from "./run";

/** `dHidden[i] = Σ_k gradients[i, k] · output[k]`, from output rows as they were before the batch. */
export function hiddenGradients(run: Run, outputs: usize, gradients: usize, hiddenCount: i32, dHidden: usize): void {
  const bytes = run.rowBytes;
  const output = run.output;
  const K = run.negatives;
  for (let i = 0; i < hiddenCount; i++) {
    let d: usize = 0;
    for (; d + 64 <= bytes; d += 64) {
      let s0 = f32x4.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      for (let k = 0; k <= K; k++) {
        const g = v128.load32_splat(gradients + (<usize>k << 2));
        const row = output + <usize>load<i32>(outputs + (<usize>k << 2)) * bytes + d;
        s0 = f32x4.add(s0, f32x4.mul(g, v128.load(row)));
        s1 = f32x4.add(s1, f32x4.mul(g, v128.load(row, 16)));
        s2 = f32x4.add(s2, f32x4.mul(g, v128.load(row, 32)));
        s3 = f32x4.add(s3, f32x4.mul(g, v128.load(row, 48)));
      }
      v128.store(dHidden + d, s0);
      v128.store(dHidden + d, s1, 16);
      v128.store(dHidden + d, s2, 32);
      v128.store(dHidden + d, s3, 48);
    }
    for (; d < bytes; d += 16) {
      let sum = f32x4.splat(0);
      for (let k = 0; k <= K; k++) {
        const row = output + <usize>load<i32>(outputs + (<usize>k << 2)) * bytes + d;
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(gradients + (<usize>k << 2)), v128.load(row)));
      }
      v128.store(dHidden + d, sum);
    }
    dHidden += bytes;
    gradients += <usize>run.columns << 2;
  }
}

/** `output[k] += Σ_i gradients[i, k] · hidden[i]`. */
export function updateOutputs(run: Run, outputs: usize, gradients: usize, hiddenCount: i32, hidden: usize): void {
  const bytes = run.rowBytes;
  const output = run.output;
  const stride = <usize>run.columns << 2;
  const K = run.negatives;
  for (let k = 0; k <= K; k++) {
    const row = output + <usize>load<i32>(outputs + (<usize>k << 2)) * bytes;
    let g = gradients + (<usize>k << 2);
    let h = hidden;
    for (let i = 0; i < hiddenCount; i++) {
      addScaled(row, v128.load32_splat(g), h, bytes);
      h += bytes;
      g += stride;
    }
  }
}

/** `input[context] += dHidden`: for CBOW the share of it that the mean gives each context, for skip-gram its own. */
export function updateInputs(run: Run, record: usize, dHidden: usize): void {
  const bytes = run.rowBytes;
  const input = run.input;
  const n = load<i32>(record);
  const isSkipGram = run.isSkipGram;
  if (run.isTrueGradient && !isSkipGram) scale(dHidden, f32x4.splat(<f32>1 / <f32>n), bytes);
  for (let i = 1; i <= n; i++) {
    add(input + <usize>load<i32>(record + (<usize>i << 2)) * bytes, dHidden, bytes);
    if (isSkipGram) dHidden += bytes;
  }
}

// Four vectors at a time: one address serves four loads.

@inline
function addScaled(row: usize, factor: v128, x: usize, bytes: usize): void {
  const end = row + bytes;
  for (; row + 64 <= end; row += 64, x += 64) {
    v128.store(row, f32x4.add(v128.load(row), f32x4.mul(factor, v128.load(x))));
    v128.store(row, f32x4.add(v128.load(row, 16), f32x4.mul(factor, v128.load(x, 16))), 16);
    v128.store(row, f32x4.add(v128.load(row, 32), f32x4.mul(factor, v128.load(x, 32))), 32);
    v128.store(row, f32x4.add(v128.load(row, 48), f32x4.mul(factor, v128.load(x, 48))), 48);
  }
  for (; row < end; row += 16, x += 16) {
    v128.store(row, f32x4.add(v128.load(row), f32x4.mul(factor, v128.load(x))));
  }
}

@inline
function add(row: usize, x: usize, bytes: usize): void {
  const end = row + bytes;
  for (; row + 64 <= end; row += 64, x += 64) {
    v128.store(row, f32x4.add(v128.load(row), v128.load(x)));
    v128.store(row, f32x4.add(v128.load(row, 16), v128.load(x, 16)), 16);
    v128.store(row, f32x4.add(v128.load(row, 32), v128.load(x, 32)), 32);
    v128.store(row, f32x4.add(v128.load(row, 48), v128.load(x, 48)), 48);
  }
  for (; row < end; row += 16, x += 16) v128.store(row, f32x4.add(v128.load(row), v128.load(x)));
}

@inline
function scale(x: usize, factor: v128, bytes: usize): void {
  for (const end = x + bytes; x < end; x += 16) v128.store(x, f32x4.mul(factor, v128.load(x)));
}
