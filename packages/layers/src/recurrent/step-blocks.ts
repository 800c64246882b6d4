import { ShapeError, type Tensor, tensor, zerosLike } from "@wordloom/tensor";

/**
 * Reads the lengths of a sequence `[T, B, D]`.
 *
 * @throws ShapeError if it has another rank or another D
 */
export function sequenceShape(caller: string, { shape }: Tensor, D: number): [T: number, B: number] {
  if (shape.length !== 3 || shape[2] !== D) {
    throw new ShapeError(
      `${caller}: sequence is [${shape.join(", ")}], expected [T, B, ${D}]: one step after the other`,
    );
  }
  return [shape[0], shape[1]];
}

/** Makes `[(1 + T) · B, H]`: a first block of B lines, and room for T more. */
export function blocksAfter(first: Tensor, T: number): Tensor {
  const [B, H] = first.shape;
  const blocks = zerosLike(first, [(1 + T) * B, H]);
  blocks.data.set(first.data);
  return blocks;
}

/** Views lines `t · B` to `(t + 1) · B − 1`; the data is shared. */
export function blockOf({ shape: [, N], data }: Tensor, t: number, B: number): Tensor {
  return tensor([B, N], data.subarray(t * B * N, (t + 1) * B * N));
}

/** Copies lines `t · B` to `(t + 1) · B − 1`. */
export function copyOfBlock(blocks: Tensor, t: number, B: number): Tensor {
  const { shape, data } = blockOf(blocks, t, B);
  return { shape, data: data.slice() };
}
