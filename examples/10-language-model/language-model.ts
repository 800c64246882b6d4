import { affine, embedding, type LstmState, lstm } from "@wordloom/layers";
import { softmaxWithLoss } from "@wordloom/losses";
import { fork, normals, type Random } from "@wordloom/random";
import {
  type Ids,
  type KernelMemory,
  kernelMemory,
  type Parameter,
  parameter,
  type Tensor,
  zeros,
  zerosIn,
} from "@wordloom/tensor";

/** Predicts each next word from all words before it. */
export interface LanguageModel {
  readonly parameters: readonly Parameter[];
  /** The state before the first word of B texts. */
  readonly start: (B: number) => LstmState;
  /** @param words - `[T, B]` */
  readonly forward: (words: Ids, state: LstmState) => Prediction;
}

export interface Prediction {
  /** `[T, B, V]`: scores of each word to be the next. */
  readonly logits: Tensor;
  /** Hand it to the next call, and the text goes on. */
  readonly state: LstmState;
  readonly backward: (dLogits: Tensor) => void;
}

/** Word ids → embedding → LSTM → affine: the book's, volume 2, chapter 6. H numbers in each of them. */
export function languageModel(V: number, H: number, random: Random): LanguageModel {
  // Value, gradient and Adam's two means, four bytes a number: for two tables, the LSTM's two weights and the biases.
  const memory = kernelMemory(4 * 4 * (2 * V * H + 8 * H * H + V + 8 * H));
  const weight = (name: string, shape: number[], std: number): Parameter =>
    normalParameter(memory, name, shape, std, random);
  const words = embedding(weight("words", [V, H], 0.1));
  const bias = weight("bias", [4 * H], 0);
  bias.value.data.fill(1, H, 2 * H); // the gate that forgets starts open
  const memoryCell = lstm(
    weight("input", [H, 4 * H], 1 / Math.sqrt(H)),
    weight("hidden", [H, 4 * H], 1 / Math.sqrt(H)),
    bias,
  );
  const scores = affine(weight("output", [H, V], 1 / Math.sqrt(H)), weight("output bias", [V], 0));

  return {
    parameters: [...words.parameters, ...memoryCell.parameters, ...scores.parameters],
    start: (B) => ({ hidden: zeros([B, H]), cell: zeros([B, H]) }),
    forward(ids, state) {
      const embedded = words.forward(ids);
      const remembered = memoryCell.forward({ sequence: embedded.output, state });
      const scored = scores.forward(remembered.output);
      return {
        logits: scored.output,
        state: remembered.state,
        backward: (dLogits) => embedded.backward(remembered.backward(scored.backward(dLogits))),
      };
    },
  };
}

/** What a model is asked: `exp` of the mean loss a word. One that knows nothing has V, a perfect one 1. */
export function perplexity(model: LanguageModel, pieces: Iterable<Piece>): number {
  let [sum, count] = [0, 0];
  let state: LstmState | undefined;
  for (const { words, targets } of pieces) {
    const { logits, state: next } = model.forward(words, state ?? model.start(words.shape[1]));
    sum += softmaxWithLoss(logits, targets).value * targets.data.length;
    count += targets.data.length;
    state = next;
  }
  return Math.exp(sum / count);
}

/** T words of each of B texts, `[T, B]`, and the words that follow them. */
export interface Piece {
  readonly words: Ids;
  readonly targets: Ids;
}

/** Cuts a text into B texts of equal length, read side by side, T words at a time. */
export function* piecesOf(ids: Int32Array, B: number, T: number): Generator<Piece> {
  const length = Math.floor((ids.length - 1) / B);
  for (let start = 0; start < length; start += T) {
    const steps = Math.min(T, length - start);
    const at = (shift: number): Ids => ({
      shape: [steps, B],
      data: Int32Array.from({ length: steps * B }, (_, i) => ids[(i % B) * length + start + Math.floor(i / B) + shift]),
    });
    yield { words: at(0), targets: at(1) };
  }
}

function normalParameter(memory: KernelMemory, name: string, shape: number[], std: number, random: Random): Parameter {
  const value = zerosIn(memory, shape);
  if (std > 0) normals(fork(random, name), value.data, { std });
  return parameter(name, value);
}
