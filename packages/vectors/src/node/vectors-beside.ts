import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { formats } from "../formats/formats.js";
import { usualVectorsFiles } from "./usual-vectors-files.js";

/** The error for a list of words that was taken for vectors, with the vectors that lie beside it, if any do. */
export async function withVectorsBeside(path: string, error: unknown): Promise<unknown> {
  const { message } = Object(error) as { readonly message?: unknown };
  if (typeof message !== "string" || !/^decodeVectors: the file has [^;]+, no vectors\b/.test(message)) return error;
  // The file of the projector's numbers is not called like the list of its words.
  const endings = formats.filter(({ wordsIn }) => wordsIn !== "metadata").flatMap((format) => format.endings);
  const name = basename(path).replace(/(?<=.)\.[^.]+$/, "");
  for (const each of [...endings.map((ending) => `${name}.${ending}`), ...usualVectorsFiles]) {
    const beside = join(dirname(path), each);
    const found = await stat(beside).catch(() => undefined);
    if (each === basename(path) || found?.isFile() !== true) continue;
    return new Error(message.replace(", no vectors", () => `, no vectors; the vectors beside it are in ${beside}`));
  }
  return error;
}
