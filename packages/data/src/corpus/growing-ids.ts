/** Ids of which there is no telling yet how many will come. */
export interface GrowingIds {
  data: Int32Array;
  /** The first `length` entries of `data` are in use. */
  length: number;
}

export function growingIds(): GrowingIds {
  return { data: new Int32Array(1024), length: 0 };
}

export function push(ids: GrowingIds, id: number): void {
  if (ids.length === ids.data.length) {
    const grown = new Int32Array(2 * ids.length);
    grown.set(ids.data);
    ids.data = grown;
  }
  ids.data[ids.length++] = id;
}
