/** Bytes in memory: a buffer, shared or not, or a view, which stands for its part of a buffer. They may be of another realm. */
export type Bytes = ArrayBufferView | ArrayBufferLike;

/** A web stream of bytes, with no more than what readers need, since some browsers' streams cannot be iterated. */
export interface ByteStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Bytes | undefined }>;
    cancel(): Promise<void>;
  };
}

/** A value that has bytes: a `Response` or its body, a `Blob` or a `File`, bytes in memory, or chunks of bytes. */
export type ByteSource =
  | Bytes
  | ByteStream
  | { readonly size: number; stream(): ByteStream }
  | { readonly bodyUsed: boolean; readonly status: number; readonly body: ByteStream | null }
  | AsyncIterable<Bytes>
  | Iterable<Bytes>;

/** A source that has been opened. */
export interface OpenSource {
  /** Its bytes. A chunk may be used until the next is asked for. */
  readonly chunks: AsyncGenerator<Uint8Array, void, undefined>;
  /** How many bytes it has, if that is known. */
  readonly size: number | undefined;
}

/**
 * Opens a source of bytes, or a promise of one. A value is judged by what it can do, not by its class: a test environment, a
 * frame or a bundle may have classes of its own.
 *
 * @param caller - the function that errors name
 * @param instead - what would be right, for the error if `given` is no source
 * @throws Error if a response failed, has been read, or has no body
 * @throws TypeError if `given` is no source, or, later, if a chunk is not bytes
 */
export async function openSource(caller: string, given: unknown, instead: string): Promise<OpenSource> {
  const source = await given;
  const bytes = bytesOf(source);
  if (bytes !== undefined) return { chunks: checked(caller, [bytes]), size: bytes.length };
  if (typeof source !== "object" || source === null) {
    throw new TypeError(
      `${caller}: the source is ${source === null || source === undefined ? source : `a ${typeof source}`}; ${instead}`,
    );
  }
  if ("bodyUsed" in source) return { chunks: chunksOf(caller, bodyOf(caller, source), instead), size: undefined };
  const size = "size" in source && typeof source.size === "number" ? source.size : undefined;
  if (has(source, "stream")) return { chunks: chunksOf(caller, source.stream(), instead), size };
  // A page that is made up for tests may have files without streams.
  if (has(source, "arrayBuffer")) return openSource(caller, source.arrayBuffer(), instead);
  return { chunks: chunksOf(caller, source, instead), size: undefined };
}

/** The bytes of a value that has them in memory, else undefined. Shared ones are copied, since few functions of browsers take them. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  const buffer = ArrayBuffer.isView(value) ? value.buffer : value;
  const tag = Object.prototype.toString.call(buffer);
  if (tag !== "[object ArrayBuffer]" && tag !== "[object SharedArrayBuffer]") return undefined;
  const { byteOffset, byteLength } = ArrayBuffer.isView(value) ? value : { byteOffset: 0, byteLength: undefined };
  const bytes = new Uint8Array(buffer as ArrayBufferLike, byteOffset, byteLength);
  return tag === "[object ArrayBuffer]" ? bytes : bytes.slice();
}

/** The body of a response, which is a stream of any kind. */
function bodyOf(caller: string, response: object): unknown {
  const { ok, status, statusText, url, type, body, bodyUsed } = response as Partial<Record<string, unknown>>;
  const from = typeof url === "string" && url !== "" ? ` of ${url}` : "";
  if (ok === false) {
    const said = [status, statusText].filter((part) => part !== "" && part !== undefined).join(" ");
    throw new Error(
      type === "opaque"
        ? `${caller}: the response${from} is opaque; its site must allow this one to read it, by CORS`
        : `${caller}: the response${from} is ${said}, not the file; is the address right?`,
    );
  }
  if (bodyUsed === true)
    throw new Error(`${caller}: the body${from} has been read already; clone the response before that`);
  if (body === null || body === undefined) throw new Error(`${caller}: the response${from} has no body`);
  return body;
}

/** @throws TypeError for what is no stream, and has no chunks */
function chunksOf(caller: string, source: unknown, instead: string): AsyncGenerator<Uint8Array, void, undefined> {
  // Not every browser's streams can be iterated, but all have readers.
  if (has(source, "getReader")) {
    if ("locked" in source && source.locked === true) {
      throw new TypeError(`${caller}: the stream is locked: somebody else reads it`);
    }
    return checked(caller, streamed(source as unknown as ByteStream));
  }
  if (has(source, Symbol.asyncIterator) || has(source, Symbol.iterator)) {
    return checked(caller, source as unknown as AsyncIterable<unknown> | Iterable<unknown>);
  }
  throw new TypeError(`${caller}: the source is no stream, no blob, no response and has no bytes; ${instead}`);
}

async function* checked(
  caller: string,
  chunks: AsyncIterable<unknown> | Iterable<unknown>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let index = 0;
  for await (const chunk of chunks) {
    const bytes = bytesOf(chunk);
    if (bytes === undefined) {
      const what = chunk === null ? "null" : `a ${typeof chunk}`;
      const cause =
        typeof chunk === "string"
          ? "was the stream given an encoding, or decoded?"
          : "chunks are Uint8Arrays, or other bytes in memory";
      throw new TypeError(`${caller}: chunk ${index} of the source is ${what}, not bytes; ${cause}`);
    }
    yield bytes;
    index++;
  }
}

async function* streamed(stream: ByteStream): AsyncGenerator<unknown, void, undefined> {
  const reader = stream.getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  } finally {
    await reader.cancel();
  }
}

function has<Name extends PropertyKey>(value: unknown, name: Name): value is Record<Name, () => unknown> {
  return typeof (value as Partial<Record<Name, unknown>> | null | undefined)?.[name] === "function";
}
