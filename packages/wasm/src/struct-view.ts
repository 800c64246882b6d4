/** What a field holds: a whole number with or without a sign, or a float, of that many bits. */
export type FieldKind = "i32" | "u32" | "f32" | "f64";

/** Where the fields of a kernels' struct are, in bytes from its address. The build writes it, from the compiler's own knowledge. */
export interface StructLayout<Field extends string> {
  /** Of the whole struct, a multiple of 8. */
  readonly bytes: number;
  readonly fields: Readonly<Record<Field, { readonly kind: FieldKind; readonly offset: number }>>;
}

/** One struct in a memory. */
export interface StructView<Field extends string> {
  read(field: Field): number;
  /** Writes the fields that are named, and no other. */
  write(values: Readonly<Partial<Record<Field, number>>>): void;
}

/**
 * Reads and writes the fields of a struct at an address, by name.
 *
 * A whole number is taken modulo 2^32, as kernels do.
 *
 * @throws TypeError when a field is written that the struct does not have
 * @throws RangeError if the struct is not inside the buffer
 * @example
 * const run = structView(runLayout, memory.buffer, address);
 * run.write({ words: 10_000, startRate: 0.05 });
 * run.read("epoch");
 */
export function structView<Field extends string>(
  { bytes, fields }: StructLayout<Field>,
  buffer: ArrayBufferLike,
  address: number,
): StructView<Field> {
  const view = new DataView(buffer, address, bytes);
  return {
    read: (field) => read(view, fields[field].kind, fields[field].offset),
    write(values) {
      for (const [name, value] of Object.entries<number | undefined>(values)) {
        if (!Object.hasOwn(fields, name)) throw new TypeError(`structView: the struct has no field "${name}"`);
        const { kind, offset } = fields[name as Field];
        if (value !== undefined) write(view, kind, offset, value);
      }
    },
  };
}

function read(view: DataView, kind: FieldKind, offset: number): number {
  if (kind === "f64") return view.getFloat64(offset, true);
  if (kind === "f32") return view.getFloat32(offset, true);
  return kind === "u32" ? view.getUint32(offset, true) : view.getInt32(offset, true);
}

function write(view: DataView, kind: FieldKind, offset: number, value: number): void {
  if (kind === "f64") view.setFloat64(offset, value, true);
  else if (kind === "f32") view.setFloat32(offset, value, true);
  else view.setInt32(offset, value, true);
}
