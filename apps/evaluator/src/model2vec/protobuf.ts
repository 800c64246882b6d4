/** Bytes that may be too many to hold at once. */
export interface Bytes {
  readonly length: number;
  readonly chunks: () => Iterable<Uint8Array>;
}

/**
 * Joins fields to a message in the wire format of Protocol Buffers.
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

/** Makes a field of a whole number that is not negative. */
export function integerField(number: number, value: number): Bytes {
  return bytesOf([...varint(number * 8), ...varint(value)]);
}

/** Makes a field of text. */
export function textField(number: number, text: string): Bytes {
  return bytesField(number, bytesOf(new TextEncoder().encode(text)));
}

/** Makes a field of bytes, or of a message. */
export function bytesField(number: number, content: Bytes): Bytes {
  return message(bytesOf([...varint(number * 8 + 2), ...varint(content.length)]), content);
}

/** Wraps bytes that are in memory. */
export function bytesOf(bytes: ArrayLike<number>): Bytes {
  const chunk = Uint8Array.from(bytes);
  return { length: chunk.length, chunks: () => [chunk] };
}

/** Writes seven bits in each byte, the lowest first. The highest bit says that more bytes follow. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return [...bytes, rest];
}
