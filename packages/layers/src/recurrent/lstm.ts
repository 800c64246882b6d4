import {
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
import { lstmStep, lstmStepBackward } from "./lstm-step.js";
import { blockOf, blocksAfter, copyOfBlock, sequenceShape } from "./step-blocks.js";

/** What an LSTM remembers between two steps: `hidden` and `cell`, each `[B, H]`. Zeros at the beginning of a text. */
export interface LstmState {
  readonly hidden: Tensor;
  readonly cell: Tensor;
}

/** What `lstm` takes: T steps of B sequences, and the state that they start from. */
export interface LstmInput {
  /** `[T, B, D]`, one step after the other. */
  readonly sequence: Tensor;
  readonly state: LstmState;
}

/** One evaluation of `lstm`: the output, the way back, and the state after the last step. */
export interface LstmForward extends Forward {
  /** The state after the last step; a copy, and no gradient flows through it. */
  readonly state: LstmState;
}

/** The layer that `lstm` makes: from {@link LstmInput} to `[T, B, H]`, and to the state after the last step. */
export interface LstmLayer extends Layer<LstmInput> {
  forward(input: LstmInput): LstmForward;
}

/**
 * Makes a recurrent layer with long short-term memory, over T steps at once. For each step, with `*` entry by entry:
 *
 * `[i f g o] = x[t] · W_x + h[t−1] · W_h + b`; `i`, `f` and `o` through σ, `g` through tanh;
 * `c[t] = f * c[t−1] + i * g`; `h[t] = o * tanh c[t]`. The output is `h`.
 *
 * Back-propagation through time is *truncated*: `backward` goes through the T steps of this call, and no gradient flows into
 * the state they start from. Hand the `state` of one forward to the next, and a text of any length is read in pieces of T.
 * The four blocks of columns are in PyTorch's order; its two biases are one here, their sum.
 *
 * @param inputWeight - W_x, `[D, 4H]`
 * @param hiddenWeight - W_h, `[H, 4H]`
 * @param bias - b, `[4H]`; ones in the second quarter let a new network remember
 * @returns a layer from {@link LstmInput} to `[T, B, H]`, whose forward also has the `state` after the last step; its `backward`
 *   returns `dSequence`, `[T, B, D]`
 * @throws ShapeError if shapes or precisions do not fit
 * @see Hochreiter and Schmidhuber 1997; with the forget gate of Gers, Schmidhuber and Cummins 2000,
 *   https://doi.org/10.1162/089976600300015015
 */
export function lstm(inputWeight: Parameter, hiddenWeight: Parameter, bias: Parameter): LstmLayer {
  checkParameter("lstm", "the input weight", inputWeight);
  checkParameter("lstm", "the hidden weight", hiddenWeight);
  checkParameter("lstm", "the bias", bias);
  const [D] = matrixShape("lstm", inputWeight.name, inputWeight.value);
  const [H] = matrixShape("lstm", hiddenWeight.name, hiddenWeight.value);
  checkShape("lstm", inputWeight.name, inputWeight.value, [D, 4 * H]);
  checkShape("lstm", hiddenWeight.name, hiddenWeight.value, [H, 4 * H]);
  checkShape("lstm", bias.name, bias.value, [4 * H]);
  checkPrecision("lstm", inputWeight.value, hiddenWeight.value);
  checkPrecision("lstm", inputWeight.value, bias.value);
  return {
    parameters: [inputWeight, hiddenWeight, bias],
    forward({ sequence, state }) {
      const [T, B] = sequenceShape("lstm", sequence, D);
      checkShape("lstm", "state.hidden", state.hidden, [B, H]);
      checkShape("lstm", "state.cell", state.cell, [B, H]);
      for (const part of [sequence, state.hidden, state.cell]) checkPrecision("lstm", inputWeight.value, part);
      const x = asMatrix(sequence);
      const gates = matmul(x, inputWeight.value);
      // Block t is what step t starts from, block t + 1 what it leaves.
      const hiddens = blocksAfter(state.hidden, T);
      const cells = blocksAfter(state.cell, T);
      for (let t = 0; t < T; t++) {
        const step = blockOf(gates, t, B);
        addInto(step, step, matmul(blockOf(hiddens, t, B), hiddenWeight.value));
        addBias(step, bias);
        lstmStep(step, blockOf(cells, t, B), blockOf(cells, t + 1, B), blockOf(hiddens, t + 1, B));
      }
      return {
        output: tensor([T, B, H], hiddens.data.slice(B * H)),
        state: { hidden: copyOfBlock(hiddens, T, B), cell: copyOfBlock(cells, T, B) },
        backward(dOutput) {
          checkShape("lstm", "dOutput", dOutput, [T, B, H]);
          const dGates = zerosLike(gates);
          const dCell = zerosLike(state.cell);
          let dHidden = zerosLike(state.hidden);
          for (let t = T - 1; t >= 0; t--) {
            const dStep = blockOf(dGates, t, B);
            addInto(dHidden, dHidden, blockOf(asMatrix(dOutput), t, B));
            lstmStepBackward(
              blockOf(gates, t, B),
              blockOf(cells, t, B),
              blockOf(cells, t + 1, B),
              dHidden,
              dCell,
              dStep,
            );
            dHidden = matmulTransposed(dStep, hiddenWeight.value);
          }
          addTransposedMatmul(inputWeight.grad, x, dGates);
          addTransposedMatmul(hiddenWeight.grad, blockOf(hiddens, 0, T * B), dGates);
          addBiasGradient(bias, dGates);
          for (const parameter of [inputWeight, hiddenWeight, bias]) touchAllRows(parameter);
          return tensor([T, B, D], matmulTransposed(dGates, inputWeight.value).data);
        },
      };
    },
  };
}
