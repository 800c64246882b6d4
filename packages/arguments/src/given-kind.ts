/** Names the kind of a value, for messages: `null`, `a number`, `an array`, `a Float64Array`, `an object`. */
export function givenKind(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof (value as { then?: unknown }).then === "function") return "a promise, which is to be awaited first";
  const kind = typeof value === "object" ? Object.prototype.toString.call(value).slice(8, -1) : typeof value;
  // An object may say of itself what it likes.
  const known = /^[\w.]+$/.test(kind) ? kind : "object";
  const name = /^(Array|Object|Arguments|Error)$/.test(known) ? known.toLowerCase() : known;
  return `${/^[aeio]/i.test(name) ? "an" : "a"} ${name}`;
}
