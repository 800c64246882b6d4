import { basename, resolve } from "node:path";

/** The last part of each path, or all of it where another ends in the same. */
export function setNames(paths: readonly string[]): string[] {
  const ends = paths.map((path) => basename(resolve(path)));
  return paths.map((path, i) => (ends.filter((end) => end === ends[i]).length > 1 ? path : ends[i]));
}
