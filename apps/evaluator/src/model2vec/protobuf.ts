/** Bytes that may be too many to hold at once. */
export interface Bytes {
  readonly length: number;
  readonly chunks: () => Iterable<Uint8Array>;
}

/**
 * Fields of a message in Protocol Buffers' wire format.
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function message(...fields: readonly Bytes[]): Bytes {
  return {
    length: fields.reduce((sum, field) => sum + field.length, 0),
    *chunks() {
      for (const field of fields) yield* field.chunks();
    },
  };
}

/** A whole number, not negative. */
export function integerField(number: number, value: number): Bytes {
  return bytesOf([...varint(number * 8), ...varint(value)]);
}

export function textField(number: number, text: string): Bytes {
  return bytesField(number, bytesOf(new TextEncoder().encode(text)));
}

/** Bytes, or a message. */
export function bytesField(number: number, content: Bytes): Bytes {
  return message(bytesOf([...varint(number * 8 + 2), ...varint(content.length)]), content);
}

export function bytesOf(bytes: ArrayLike<number>): Bytes {
  const chunk = Uint8Array.from(bytes);
  return { length: chunk.length, chunks: () => [chunk] };
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return [...bytes, rest];
}
