import { requireArgument } from "@wordloom/arguments";

/**
 * A text without a byte order mark, its lines ended by `\n` where they were ended by `\r` alone.
 *
 * @throws TypeError for what is no text
 */
export function plainText(caller: string, text: string): string {
  const bytes = ArrayBuffer.isView(text) ? "; new TextDecoder().decode(bytes) makes one of bytes" : "";
  const right = `it is a string, the content of a file${bytes}`;
  requireArgument(caller, typeof text === "string", "the text is", text, right);
  const plain = text.replace(/^\ufeff/, "");
  return plain.includes("\n") ? plain : plain.replaceAll("\r", "\n");
}
