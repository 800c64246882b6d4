// Every browser and Node has these; the `lib` of this project, which is the language alone, has not.
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder("latin1");
const encoder = new TextEncoder();

/** @throws TypeError if the bytes are not UTF-8 */
export function fromUtf8(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Text in an old encoding, with U+FFFD for bytes that are not part of it; undefined if this engine lacks the encoding. */
export function legacyText(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined;
  }
}

/** One character for each byte, whatever the bytes are. */
export function fromLatin1(bytes: Uint8Array): string {
  return windows1252.decode(bytes);
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
