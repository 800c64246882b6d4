import { isKind } from "../arrays/is-kind.js";

/** Copies an input so that its batch is there twice: every tensor, and all ids, twice over along the first axis. */
export function repeatBatch<In>(input: In): In {
  return repeated(input) as In;
}

function repeated(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("shape" in value && "data" in value && Array.isArray(value.shape)) {
    const { data } = value;
    const [B, ...rest] = value.shape;
    if (isKind(data, "Float64Array")) return { shape: [2 * B, ...rest], data: Float64Array.of(...data, ...data) };
    if (isKind(data, "Float32Array")) return { shape: [2 * B, ...rest], data: Float32Array.of(...data, ...data) };
    if (isKind(data, "Int32Array")) return { shape: [2 * B, ...rest], data: Int32Array.of(...data, ...data) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, repeated(entry)]));
}
