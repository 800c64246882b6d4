import { getSystemErrorMap } from "node:util";

/**
 * What the system says about a file that it won't open, without the path, which may be a temporary one.
 *
 * @example
 * systemMessage(error) // "no such file or directory"
 */
export function systemMessage(error: NodeJS.ErrnoException): string {
  return getSystemErrorMap().get(error.errno ?? 0)?.[1] ?? error.message;
}

/** The error for a file that cannot be read. */
export function readError(path: string, error: NodeJS.ErrnoException): Error {
  return new Error(`readVectors: cannot read ${path}: ${systemMessage(error)}`, { cause: error });
}
