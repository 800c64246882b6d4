import { describe, expect, test } from "vitest";
import { wrapped } from "./wrapped.js";

describe("wrapped(text, width)", () => {
  test("fills lines, all but the first set in", () => {
    expect(wrapped("one two three four", 9)).toBe("one two\n  three\n  four");
    expect(wrapped("one two", 7)).toBe("one two");
  });

  test("keeps a number and its unit together", () => {
    expect(wrapped("moved by 0.62 % of it", 14)).toBe("moved by\n  0.62 % of it");
    expect(wrapped("takes 4.1 MB", 9)).toBe("takes\n  4.1 MB");
  });

  test("lets a word that is too long stick out", () => {
    expect(wrapped("a Donaudampfschiff b", 8)).toBe("a\n  Donaudampfschiff\n  b");
  });
});
