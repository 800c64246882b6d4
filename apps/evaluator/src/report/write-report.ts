import { readFile } from "node:fs/promises";
import { replaceFiles } from "@wordloom/vectors/node";
import { type Report, reportPage } from "./report-page.js";

/**
 * Writes a report to one file that needs no other file. An old file of this name stays until the new one is whole.
 *
 * @throws Error if the file cannot be written
 */
export async function writeReport(path: string, report: Report): Promise<void> {
  // The build puts these two files beside this one.
  const part = (name: string) => readFile(new URL(name, import.meta.url), "utf8");
  const page = reportPage(report, { script: await part("page.js"), style: await part("style.css") });
  await replaceFiles([{ path, chunks: [Buffer.from(page)] }], "writeReport");
}
