/** Floats in a shape, row-major: any tensor. */
export interface FloatsInShape {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
}

/** A learnable tensor with a row-sparse gradient: rows outside `touchedRows` have a gradient of zero. */
export interface DifferentiableParameter {
  readonly name: string;
  readonly value: FloatsInShape;
  readonly grad: FloatsInShape;
  readonly touchedRows: {
    /** The first `count` entries are the rows that an optimizer visits. */
    readonly rows: Int32Array;
    count: number;
    /** 1 for each of them, 0 for any other row. */
    readonly isMember: Uint8Array;
  };
}

/** Anything with parameters, a forward and a backward: a layer, a loss, a model. */
export interface Differentiable<In> {
  readonly parameters: readonly DifferentiableParameter[];
  forward(input: In): DifferentiableOutput | DifferentiableLoss;
}

/** What a layer's forward returns. Its backward adds to each parameter's `grad`. */
export interface DifferentiableOutput {
  readonly output: FloatsInShape;
  backward(dOutput: FloatsInShape): unknown;
}

/** What a loss's forward returns. Its backward takes ∂L/∂loss, 1 if left out. */
export interface DifferentiableLoss {
  readonly value: number;
  backward(dLoss?: number): unknown;
}

/** Anything with parameters, a forward that ends in a tensor, and a backward: a layer. */
export interface DifferentiableLayer<In> {
  readonly parameters: readonly DifferentiableParameter[];
  forward(input: In): DifferentiableOutput;
}

/** Anything with parameters, a forward that ends in a number, and a backward: a loss or a model. */
export interface DifferentiableLossLayer<In> {
  readonly parameters: readonly DifferentiableParameter[];
  forward(input: In): DifferentiableLoss;
}
