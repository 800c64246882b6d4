import { commandLine, isNumber, tokensOf } from "./cells.js";

const DECIMAL_COMMA = /^[-+]?\d*,\d+(e[-+]?\d+)?$/i;
const THOUSANDS = /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/;

/** Numbers as they are written elsewhere: with commas, in hexadecimal; and those that are none. */
export function numbersCause(line: string): string | undefined {
  const odd = tokensOf(line)
    .slice(1)
    .filter((token) => !isNumber(token));
  const commas = odd.filter((token) => DECIMAL_COMMA.test(token) || THOUSANDS.test(token));
  const isThousands = commas.every((token) => THOUSANDS.test(token)) && commas.some((token) => token.includes("."));
  if (commas.length > 0 && isThousands) {
    return `thousands have commas; numbers without can be read: ${commandLine(["tr -d ','"])}`;
  }
  if (commas.length > 0) {
    return `numbers have decimal commas; points can be read: ${commandLine(["tr ',' '.'"])}`;
  }
  if (odd.some((token) => /^[-+]?0x[\da-f.]+(p[-+]?\d+)?$/i.test(token))) {
    return 'numbers are hexadecimal; decimal ones can be read, as the format "%.9g" of most languages writes them';
  }
  return undefined;
}
