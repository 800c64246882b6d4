import { fileError } from "./file-error.js";

interface ChunkReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

interface ChunkWriter {
  write(chunk: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(reason: unknown): Promise<void>;
}

// Every browser and Node has it; the `lib` of this project, which is the language alone, has not.
declare const DecompressionStream: new (
  format: "gzip",
) => {
  readonly readable: { getReader(): ChunkReader };
  readonly writable: { getWriter(): ChunkWriter };
};

/**
 * Unpacks gzip by what browsers have for it, which refuses a file of several members, as `cat a.gz b.gz` makes.
 *
 * @throws Error for bytes that are damaged or cut off, with how many were unpacked before; what the source throws
 */
export async function* gunzipped(
  chunks: AsyncGenerator<Uint8Array, void>,
  source: string | undefined,
): AsyncGenerator<Uint8Array, void> {
  const { writable, readable } = new DecompressionStream("gzip");
  const reader = readable.getReader();
  const failures: unknown[] = [];
  let unpacked = 0;
  // Not waited for: a source that stalls must not hold up a reader that has enough.
  void feed(chunks, writable.getWriter(), failures);
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      if (step.value === undefined) continue;
      unpacked += step.value.length;
      yield step.value;
    }
  } catch (error) {
    if (failures.length > 0) throw failures[0];
    throw unpackingError(source, unpacked, error);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

export function unpackingError(source: string | undefined, unpacked: number, error: unknown): Error {
  // Node says it in the cause.
  const reason = error instanceof Error ? error.message || messageOf(error.cause) : messageOf(error);
  return fileError("readVectors", source)(`cannot unpack more than ${unpacked} bytes: ${reason}; is it whole?`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Writes chunk by chunk, and notes what the source fails with; what unpacking fails with, its reader sees. */
async function feed(chunks: AsyncGenerator<Uint8Array, void>, writer: ChunkWriter, failures: unknown[]): Promise<void> {
  try {
    for await (const chunk of watched(chunks, failures)) await writer.write(chunk);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
  }
}

async function* watched(
  chunks: AsyncGenerator<Uint8Array, void>,
  failures: unknown[],
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* chunks;
  } catch (error) {
    failures.push(error);
    throw error;
  }
}
