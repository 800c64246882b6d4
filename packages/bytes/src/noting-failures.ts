/** Passes chunks on, and notes what their source fails with, which is no fault of the packed bytes. */
export async function* notingFailures(
  chunks: AsyncIterable<Uint8Array>,
  failures: unknown[],
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* chunks;
  } catch (error) {
    failures.push(error);
    throw error;
  }
}
