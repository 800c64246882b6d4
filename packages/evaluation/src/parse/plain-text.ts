import { givenKind } from "@wordloom/arguments";

/**
 * A text without a byte order mark, its lines ended by `\n` where they were ended by `\r` alone.
 *
 * @throws TypeError for what is no text
 */
export function plainText(caller: string, text: string): string {
  if (typeof text !== "string") {
    const bytes = ArrayBuffer.isView(text) ? "; new TextDecoder().decode(bytes) makes one of bytes" : "";
    throw new TypeError(`${caller}: the text is ${givenKind(text)}; it is a string, the content of a file${bytes}`);
  }
  const plain = text.replace(/^\ufeff/, "");
  return plain.includes("\n") ? plain : plain.replaceAll("\r", "\n");
}
