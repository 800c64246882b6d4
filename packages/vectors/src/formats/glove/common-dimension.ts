import { isNumberLike, NEWLINE } from "../../decimals/text-numbers.js";
import { isBlank } from "../lines/text-lines.js";

/** Lines that have a say in what the dimension is. */
const VOTES = 100;

/** The dimension that most of the first lines have, the larger of two that are as common; 0 if none has one. */
export function commonDimension(lines: Uint8Array): number {
  const votes = new Map<number, number>();
  let start = 0;
  for (let line = 0; line < VOTES && start < lines.length; line++) {
    const newline = lines.indexOf(NEWLINE, start);
    const D = dimensionOfLine(lines, start, newline < 0 ? lines.length : newline);
    votes.set(D, (votes.get(D) ?? 0) + 1);
    start = newline < 0 ? lines.length : newline + 1;
  }
  const [first] = [...votes].sort(([D, count], [other, otherCount]) => otherCount - count || other - D);
  return first?.[0] ?? 0;
}

/** Numbers at the end of a line; not all of them if the whole line is numbers, for the first is its word. */
function dimensionOfLine(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  for (let count = 0; ; count++) {
    while (at > start && isBlank(bytes[at - 1])) at--;
    if (at === start) return Math.max(0, count - 1);
    const tokenEnd = at;
    while (at > start && !isBlank(bytes[at - 1])) at--;
    if (!isNumberLike(bytes, at, tokenEnd)) return count;
  }
}
