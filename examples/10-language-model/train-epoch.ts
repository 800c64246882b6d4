import type { LstmState } from "@wordloom/layers";
import { softmaxWithLoss } from "@wordloom/losses";
import type { Optimizer, OptimizerState } from "@wordloom/optimizers";
import { zeroGradients } from "@wordloom/tensor";
import type { LanguageModel, Piece } from "./language-model.ts";

/** A model, and what trains it: the optimizer and its state. */
export interface Learner {
  readonly model: LanguageModel;
  readonly optimizer: Optimizer;
  readonly state: OptimizerState;
}

/**
 * Reads a text once, and learns from it. The LSTM's state goes from each piece to the next, gradients do not.
 *
 * @param onStep - told the mean loss of each piece
 */
export function trainEpoch(
  { model, optimizer, state }: Learner,
  pieces: Iterable<Piece>,
  onStep?: (loss: number) => void,
): void {
  let read: LstmState | undefined;
  for (const { words, targets } of pieces) {
    const { logits, state: next, backward } = model.forward(words, read ?? model.start(words.shape[1]));
    const loss = softmaxWithLoss(logits, targets);
    backward(loss.backward());
    optimizer.update(state, model.parameters);
    zeroGradients(model.parameters);
    read = next;
    onStep?.(loss.value);
  }
}
