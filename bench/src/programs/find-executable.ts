import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** The path of a program that a shell would find by its name. */
export async function findExecutable(name: string, path: string = process.env.PATH ?? ""): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter((each) => each !== "")) {
    const candidate = join(folder, name);
    const isThere = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return candidate;
  }
  return undefined;
}
