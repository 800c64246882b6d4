import { wrongUse } from "@wordloom/terminal";

/** V words of D numbers. */
export interface TableSize {
  readonly V: number;
  readonly D: number;
}

/**
 * Parses `200000x100`.
 *
 * @throws Error for anything else
 */
export function tableSize(text: string): TableSize {
  const [, V, D] = /^([1-9]\d{0,8})x([1-9]\d{0,4})$/.exec(text) ?? [];
  if (V === undefined || D === undefined) {
    throw wrongUse(`argument '${text}' is invalid. It must be a table, words by numbers: 200000x100`);
  }
  return { V: Number(V), D: Number(D) };
}
