/** Whether a buffer is shared by threads. By its tag, which tells it in every realm, whatever its constructor is called. */
export function isShared(buffer: object): boolean {
  return Object.prototype.toString.call(buffer) === "[object SharedArrayBuffer]";
}
