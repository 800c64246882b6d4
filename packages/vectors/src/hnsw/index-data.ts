/**
 * A graph of rows whose links lead to near rows, for the table that it was made from. Plain data: `encodeIndex`
 * writes it in bytes, and a worker may get it in a message.
 */
export interface ApproximateIndex {
  /** `V`, how many rows the table has. */
  readonly size: number;
  /** `D`, how many numbers a row has. */
  readonly dimension: number;
  /** How many links a row has on layer 1 and above; twice as many on layer 0. */
  readonly M: number;
  /** How many rows were looked at for the links of each row. */
  readonly efConstruction: number;
  /** The seed that the layers were drawn with. */
  readonly seed: number;
  /** The row where searches begin. */
  readonly entry: number;
  /** `[V]`, the highest layer of each row. */
  readonly levels: Uint8Array;
  /** `[V, 2M]`, the links of each row on layer 0, as rows; −1 behind the last. */
  readonly links: Int32Array;
  /** `[Σ levels, M]`: for each row in turn, its links on layer 1 and above. */
  readonly upperLinks: Int32Array;
  /** A number that tells the table from others, so that an index of another table is refused. */
  readonly checksum: number;
}
