/** The tables of a run, `[V, D]` each: the input vectors of contexts, and the output vectors of targets. */
export interface Tables {
  readonly input: Float32Array;
  readonly output: Float32Array;
}
