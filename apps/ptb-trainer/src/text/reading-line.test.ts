import { describe, expect, test } from "vitest";
import { readingLine } from "./reading-line.js";

describe("readingLine(progress, seconds, columns)", () => {
  const progress = { source: "texts/my.txt", bytes: 12_345_678, totalBytes: 50_000_000 };

  test("tells the file, how far and how fast", () => {
    expect(readingLine(progress, 2, 80)).toBe("reading my.txt · 12.3 of 50.0 MB · 24 % · 6.2 MB/s");
  });

  test("tells no share of what nobody knows the length of", () => {
    expect(readingLine({ source: "standard input", bytes: 1e6 }, 2, 80)).toBe(
      "reading standard input · 1.0 MB · 0.5 MB/s",
    );
  });

  test("fits into a narrow terminal", () => {
    expect(readingLine(progress, 2, 50)).toBe("reading · 12.3 of 50.0 MB · 24 % · 6.2 MB/s");
    expect(readingLine(progress, 2, 40)).toBe("reading · 12.3 of 50.0 MB · 24 %");
    const korean = { ...progress, source: "한국어로된아주긴파일이름.txt" };
    expect(readingLine(korean, 2, 70)).toBe("reading · 12.3 of 50.0 MB · 24 % · 6.2 MB/s");
  });
});
