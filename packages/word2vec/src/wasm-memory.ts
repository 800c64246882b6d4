const PAGE = 65536;
const MAX_PAGES = 65536;

/** @throws RangeError if it is more than WebAssembly can address, or the system has, saying how much */
export function wasmMemory(caller: string, bytes: number, shared: boolean, V: number, D: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE);
  const inGib = (value: number): string => `${(value / 2 ** 30).toFixed(1)} GiB`;
  if (pages > MAX_PAGES) {
    throw new RangeError(
      `${caller}: two tables of ${V} × ${D} numbers and buffers take ${inGib(bytes)}; the limit is ` +
        `${inGib(MAX_PAGES * PAGE)}: raise minCount or lower dimension`,
    );
  }
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: MAX_PAGES, shared });
  } catch (error) {
    if ((Object(error) as Partial<Error>).name !== "RangeError") throw error;
    throw new RangeError(`${caller}: the system has no ${inGib(bytes)} to give: lower dimension, or raise minCount`, {
      cause: error,
    });
  }
}
