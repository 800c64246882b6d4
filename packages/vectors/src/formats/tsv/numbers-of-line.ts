import { isNumberLike, NEWLINE } from "../../decimals/text-numbers.js";
import { isBlank } from "../lines/text-lines.js";

/** Numbers of a line that holds nothing else, or 0. */
export function numbersOfLine(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; ; count++) {
    while (isBlank(bytes[at]) && bytes[at] !== NEWLINE) at++;
    if (at >= bytes.length || bytes[at] === NEWLINE) return count;
    const from = at;
    while (at < bytes.length && !isBlank(bytes[at])) at++;
    if (!isNumberLike(bytes, from, at)) return 0;
  }
}
