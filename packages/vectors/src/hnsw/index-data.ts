/**
 * A graph of rows whose links lead to near ones: plain data, to be kept with {@link encodeIndex} or sent to a worker, for
 * the table that it was made from.
 */
export interface ApproximateIndex {
  /** `V` and `D` of the table. */
  readonly size: number;
  readonly dimension: number;
  /** What it was made with. */
  readonly M: number;
  readonly efConstruction: number;
  readonly seed: number;
  /** The row where searches begin. */
  readonly entry: number;
  /** `[V]`, the highest layer that each row is on. */
  readonly levels: Uint8Array;
  /** `[V, 2M]` rows, the links on layer 0; −1 behind the last. */
  readonly links: Int32Array;
  /** `[Σ levels, M]` rows: for each row in turn, its links on layer 1 and up. */
  readonly upperLinks: Int32Array;
  /** Of the table, by which an index of another one is known. */
  readonly checksum: number;
}
