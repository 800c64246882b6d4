import { platform } from "node:os";
import { join } from "node:path";

/** Environment variables, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Names the folder for what a program can fetch again: `XDG_CACHE_HOME` if that is set, or else `~/Library/Caches` on macOS,
 * `LOCALAPPDATA` on Windows and `~/.cache` elsewhere.
 *
 * @returns undefined if the environment does not say
 *
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function cacheDirectory(
  { XDG_CACHE_HOME, LOCALAPPDATA, HOME }: Environment,
  system: string = platform(),
): string | undefined {
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (system === "win32") return LOCALAPPDATA;
  if (!HOME) return undefined;
  return system === "darwin" ? join(HOME, "Library", "Caches") : join(HOME, ".cache");
}
