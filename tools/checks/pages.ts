import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace.js";

/** Every page of Markdown that git has or would have, relative to the root. */
export const pages: readonly string[] = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
  { cwd: root },
)
  .toString()
  .split("\n")
  .filter((page) => page !== "" && existsSync(join(root, page)));
