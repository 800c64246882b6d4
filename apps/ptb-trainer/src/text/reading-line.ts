import type { ReadingProgress } from "@wordloom/data";
import { displayWidth } from "@wordloom/terminal";

/**
 * Writes `reading my.txt · 12.3 of 50.1 MB · 24 % · 10.2 MB/s`; for a pipe, whose length nobody knows, `reading … · 12.3 MB ·
 * 10.2 MB/s`. A narrow terminal gets no name, then no speed.
 */
export function readingLine({ source, bytes, totalBytes }: ReadingProgress, seconds: number, columns: number): string {
  const name = source.split(/[/\\]/).at(-1);
  const known = totalBytes !== undefined && totalBytes > 0;
  const far = known
    ? [`${megabytes(bytes)} of ${megabytes(totalBytes)} MB`, `${Math.floor((100 * bytes) / totalBytes)} %`]
    : [`${megabytes(bytes)} MB`];
  const speed = seconds > 0 ? [`${megabytes(bytes / seconds)} MB/s`] : [];
  const lines = [
    [`reading ${name}`, ...far, ...speed],
    ["reading", ...far, ...speed],
    ["reading", ...far],
  ];
  const texts = lines.map((parts) => parts.join(" · "));
  return texts.find((line) => displayWidth(line) < columns) ?? texts[2];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
