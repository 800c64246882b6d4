import {
  add,
  addInto,
  addTransposedMatmul,
  asMatrix,
  checkParameter,
  checkPrecision,
  checkShape,
  matmul,
  matmulTransposed,
  matrixShape,
  type Parameter,
  type Tensor,
  tensor,
  touchAllRows,
  zerosLike,
} from "@wordloom/tensor";
import { addBias, addBiasGradient } from "../dense/add-bias.js";
import type { Forward, Layer } from "../layer.js";
import { addBlocks, gruGates, gruGatesBackward, gruOutput, gruOutputBackward } from "./gru-step.js";
import { blockOf, blocksAfter, copyOfBlock, sequenceShape } from "./step-blocks.js";

/** What a GRU remembers between two steps: `hidden`, `[B, H]`. Zeros at the beginning of a text. */
export interface GruState {
  readonly hidden: Tensor;
}

/** What `gru` takes: T steps of B sequences, and the state that they start from. */
export interface GruInput {
  /** `[T, B, D]`, one step after the other. */
  readonly sequence: Tensor;
  readonly state: GruState;
}

/** One evaluation of `gru`: the output, the way back, and the state after the last step. */
export interface GruForward extends Forward {
  /** The state after the last step; a copy, and no gradient flows through it. */
  readonly state: GruState;
}

/** The layer that `gru` makes: from {@link GruInput} to `[T, B, H]`, and to the state after the last step. */
export interface GruLayer extends Layer<GruInput> {
  forward(input: GruInput): GruForward;
}

/**
 * Makes a recurrent layer of gated units, over T steps at once. For each step, with `*` entry by entry:
 *
 * `z = σ(x[t] · W_xz + h[t−1] · W_hz + b_z)`; `r = σ(x[t] · W_xr + h[t−1] · W_hr + b_r)`;
 * `n = tanh(x[t] · W_xn + (r * h[t−1]) · W_hn + b_n)`; `h[t] = z * h[t−1] + (1 − z) * n`. The output is `h`.
 *
 * There are two variants. Here the reset gate r acts *before* the product with W_hn, as in the paper, so that one bias is
 * enough; in PyTorch and cuDNN it acts after it, on `h[t−1] · W_hn + b_hn`. Weights trained for one do not fit the other. The
 * update gate z *keeps*, as in the paper, Keras and PyTorch; in Chung et al. 2014 and in the book `1 − z` does. The three
 * blocks of columns are z, r and n, as in Keras, whose weights of `reset_after=False` fit as they are.
 *
 * Back-propagation through time is *truncated*: `backward` goes through the T steps of this call, and no gradient flows into
 * the state they start from. Hand the `state` of one forward to the next, and a text of any length is read in pieces of T.
 *
 * @param inputWeight - W_x, `[D, 3H]`
 * @param hiddenWeight - W_h, `[H, 3H]`
 * @param bias - b, `[3H]`; ones in the first third let a new network remember
 * @returns a layer from {@link GruInput} to `[T, B, H]`, whose forward also has the `state` after the last step; its `backward`
 *   returns `dSequence`, `[T, B, D]`
 * @throws ShapeError if shapes or precisions do not fit
 * @see Cho et al. 2014, eqs. 5 to 8, https://doi.org/10.3115/v1/D14-1179
 */
export function gru(inputWeight: Parameter, hiddenWeight: Parameter, bias: Parameter): GruLayer {
  checkParameter("gru", "the input weight", inputWeight);
  checkParameter("gru", "the hidden weight", hiddenWeight);
  checkParameter("gru", "the bias", bias);
  const [D] = matrixShape("gru", inputWeight.name, inputWeight.value);
  const [H] = matrixShape("gru", hiddenWeight.name, hiddenWeight.value);
  checkShape("gru", inputWeight.name, inputWeight.value, [D, 3 * H]);
  checkShape("gru", hiddenWeight.name, hiddenWeight.value, [H, 3 * H]);
  checkShape("gru", bias.name, bias.value, [3 * H]);
  checkPrecision("gru", inputWeight.value, hiddenWeight.value);
  checkPrecision("gru", inputWeight.value, bias.value);
  return {
    parameters: [inputWeight, hiddenWeight, bias],
    forward({ sequence, state }) {
      const [T, B] = sequenceShape("gru", sequence, D);
      checkShape("gru", "state.hidden", state.hidden, [B, H]);
      for (const part of [sequence, state.hidden]) checkPrecision("gru", inputWeight.value, part);
      const x = asMatrix(sequence);
      const gates = matmul(x, inputWeight.value);
      addBias(gates, bias);
      // Block t is what step t starts from, block t + 1 what it leaves.
      const hiddens = blocksAfter(state.hidden, T);
      const kept = zerosLike(sequence, [T * B, H]);
      for (let t = 0; t < T; t++) {
        const step = blockOf(gates, t, B);
        const before = blockOf(hiddens, t, B);
        // Both products are with the whole of W_h, which kernels can work on where it lives; each gives its own blocks.
        addBlocks(step, matmul(before, hiddenWeight.value), 0, 2);
        gruGates(step, before, blockOf(kept, t, B));
        addBlocks(step, matmul(blockOf(kept, t, B), hiddenWeight.value), 2, 3);
        gruOutput(step, before, blockOf(hiddens, t + 1, B));
      }
      return {
        output: tensor([T, B, H], hiddens.data.slice(B * H)),
        state: { hidden: copyOfBlock(hiddens, T, B) },
        backward(dOutput) {
          checkShape("gru", "dOutput", dOutput, [T, B, H]);
          // z and r were fed by h[t − 1], n by what r kept of it: their gradients go back apart.
          const dGates = zerosLike(gates);
          const dCandidate = zerosLike(gates);
          const dHidden = zerosLike(state.hidden);
          for (let t = T - 1; t >= 0; t--) {
            const [step, before] = [blockOf(gates, t, B), blockOf(hiddens, t, B)];
            const [dStep, dn] = [blockOf(dGates, t, B), blockOf(dCandidate, t, B)];
            addInto(dHidden, dHidden, blockOf(asMatrix(dOutput), t, B));
            gruOutputBackward(step, before, dHidden, dStep, dn);
            gruGatesBackward(step, before, matmulTransposed(dn, hiddenWeight.value), dHidden, dStep);
            addInto(dHidden, dHidden, matmulTransposed(dStep, hiddenWeight.value));
          }
          addTransposedMatmul(hiddenWeight.grad, blockOf(hiddens, 0, T * B), dGates);
          addTransposedMatmul(hiddenWeight.grad, kept, dCandidate);
          const dInputs = add(dGates, dCandidate);
          addTransposedMatmul(inputWeight.grad, x, dInputs);
          addBiasGradient(bias, dInputs);
          for (const parameter of [inputWeight, hiddenWeight, bias]) touchAllRows(parameter);
          return tensor([T, B, D], matmulTransposed(dInputs, inputWeight.value).data);
        },
      };
    },
  };
}
