import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const platforms = join(import.meta.dirname, "..");
const file = process.platform === "win32" ? "node.exe" : "node";

/** The Nodes that the workspace brings, by their major version: the oldest that is supported, this repository's own, the newest. */
export const nodes: Readonly<Record<number, string>> = {
  22: join(platforms, "node_modules/node-22/bin", file),
  24: join(platforms, "../node_modules/node/bin", file),
  26: join(platforms, "node_modules/node-26/bin", file),
};

/** Runs the text of a module with the packages as they are published, and returns what it prints. */
export async function inNode(node: string, program: string, folder: string = platforms): Promise<string> {
  const flags = ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval"];
  const { stdout } = await promisify(execFile)(node, [...flags, program], { cwd: folder });
  return stdout;
}
