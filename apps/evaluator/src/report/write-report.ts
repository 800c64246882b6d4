import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { getSystemErrorMap } from "node:util";
import { type Report, reportPage } from "./report-page.js";

/**
 * Writes a report to one file that needs no other; what had the name before stays until the new one is whole.
 *
 * @throws Error for a file that cannot be written
 */
export async function writeReport(path: string, report: Report): Promise<void> {
  // Beside this file once it is built.
  const part = (name: string) => readFile(new URL(name, import.meta.url), "utf8");
  const page = reportPage(report, { script: await part("page.js"), style: await part("style.css") });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, page, { flag: "wx" });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw writeError(path, error);
  }
}

function writeError(path: string, error: unknown): Error {
  const { errno = 0, message } = error as NodeJS.ErrnoException;
  return new Error(`cannot write ${path}: ${getSystemErrorMap().get(errno)?.[1] ?? message}`, { cause: error });
}
