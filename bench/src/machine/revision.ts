import { fileURLToPath } from "node:url";
import { childProcess } from "../programs/child-process.ts";

/** The commit that is measured, with a `+` if files differ from it; `unknown` outside a clone. */
export async function revision(): Promise<string> {
  const here = fileURLToPath(new URL("..", import.meta.url));
  const git = (...args: string[]) => childProcess("git", ["-C", here, ...args]).then(({ stdout }) => stdout.trim());
  try {
    const commit = await git("rev-parse", "--short=12", "HEAD");
    const changes = await git("status", "--porcelain", "--untracked-files=no");
    return changes === "" ? commit : `${commit}+`;
  } catch {
    return "unknown";
  }
}
