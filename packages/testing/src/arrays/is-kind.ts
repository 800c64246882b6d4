interface Kinds {
  DataView: DataView;
  Float32Array: Float32Array;
  Float64Array: Float64Array;
  Int32Array: Int32Array;
}

/** Says whether a value is of a kind, by its tag: an array of another realm, as test environments have them, has another class. */
export function isKind<Kind extends keyof Kinds>(value: unknown, kind: Kind): value is Kinds[Kind] {
  return Object.prototype.toString.call(value) === `[object ${kind}]`;
}
