import { basename, resolve } from "node:path";

/** Names sets by the last part of their paths, or by the whole path if two have the same last part. */
export function setNames(paths: readonly string[]): string[] {
  const ends = paths.map((path) => basename(resolve(path)));
  return paths.map((path, i) => (ends.filter((end) => end === ends[i]).length > 1 ? path : ends[i]));
}
