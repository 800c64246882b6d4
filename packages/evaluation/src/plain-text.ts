/** A text without a byte order mark, its lines ended by `\n` where they were ended by `\r` alone. */
export function plainText(text: string): string {
  const plain = text.replace(/^\ufeff/, "");
  return plain.includes("\n") ? plain : plain.replaceAll("\r", "\n");
}
