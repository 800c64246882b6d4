import { readFile } from "node:fs/promises";
import { replaceFiles } from "@wordloom/vectors/node";
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
  await replaceFiles([{ path, chunks: [Buffer.from(page)] }], "writeReport");
}
