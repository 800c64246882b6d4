import type { LstmState } from "@wordloom/layers";
import { softmaxWithLoss } from "@wordloom/losses";
import { clipGradientNorm, type Optimizer } from "@wordloom/optimizers";
import { zeroGradients } from "@wordloom/tensor";
import type { LanguageModel, Piece } from "./language-model.ts";

/**
 * Reads a text once, and learns from it. The state goes from each piece to the next, gradients do not.
 *
 * @param onStep - told the mean loss of each piece
 */
export function trainEpoch(
  model: LanguageModel,
  optimizer: Optimizer,
  pieces: Iterable<Piece>,
  onStep?: (loss: number) => void,
): void {
  let state: LstmState | undefined;
  for (const { words, targets } of pieces) {
    const { logits, state: next, backward } = model.forward(words, state ?? model.start(words.shape[1]));
    const loss = softmaxWithLoss(logits, targets);
    backward(loss.backward());
    // A recurrent gradient can explode: one such step would undo thousands.
    clipGradientNorm(model.parameters, 1);
    optimizer.step(model.parameters);
    zeroGradients(model.parameters);
    state = next;
    onStep?.(loss.value);
  }
}
