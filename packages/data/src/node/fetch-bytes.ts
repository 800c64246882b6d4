/**
 * The body behind a web address, of which the length is known.
 *
 * @param timeoutSeconds - how long the network may keep silent, before the answer begins and between any two pieces
 * @throws Error if there is no answer, if it is not a success, or if it has another length
 * @throws the reason of `signal`, if that is aborted
 */
export async function fetchBytes(
  caller: string,
  url: string,
  length: number,
  timeoutSeconds: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const silence = new AbortController();
  const alarm = setTimeout(() => silence.abort(), 1000 * timeoutSeconds);
  const bytes = new Uint8Array(length);
  let received = 0;
  let hasAnswered = false;
  const fail = (error: unknown): never => {
    signal?.throwIfAborted();
    const progress = hasAnswered ? `broke off after ${received} of ${length} bytes` : "cannot be reached";
    const cause = silence.signal.aborted ? `silent for ${timeoutSeconds} s` : reason(error);
    throw new Error(`${caller}: ${url} ${progress} (${cause}); is the network up?`);
  };
  try {
    const stop = signal === undefined ? silence.signal : AbortSignal.any([signal, silence.signal]);
    const answer = await fetch(url, { signal: stop }).catch(fail);
    hasAnswered = true;
    if (!answer.ok) throw new Error(`${caller}: ${url} answered ${answer.status} ${answer.statusText}; has it moved?`);
    const reader = (answer.body ?? new Blob([]).stream()).getReader();
    for (;;) {
      alarm.refresh();
      const { done, value } = await reader.read().catch(fail);
      if (done) break;
      if (received + value.length <= length) bytes.set(value, received);
      received += value.length;
      if (received > length) throw new Error(`${caller}: ${url} has more than the ${length} bytes expected`);
    }
    if (received < length) throw new Error(`${caller}: ${url} ended after ${received} of ${length} bytes`);
    return bytes;
  } finally {
    clearTimeout(alarm);
    // Closes the connection where the answer was not read to its end.
    silence.abort();
  }
}

/** `fetch` says "fetch failed" or "terminated" and leaves the rest to the cause. */
function reason(error: unknown): string {
  const { cause, message } = Object(error) as Partial<Record<string, unknown>>;
  const { code, message: why } = Object(cause) as Partial<Record<string, unknown>>;
  return String(code ?? why ?? message ?? error);
}
