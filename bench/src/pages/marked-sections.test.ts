import { describe, expect, test } from "vitest";
import { markedSections, resultsShown } from "./marked-sections.ts";

const page = `# Page
<!-- bench speed cbow -->
old
<!-- end -->
between
<!-- bench cost cbow -->
<!-- end -->
after
`;

describe("markedSections(page, render)", () => {
  test("writes sections anew and leaves all else", () => {
    expect(markedSections(page, (result, part) => `${result}/${part}`)).toBe(`# Page
<!-- bench speed cbow -->

speed/cbow

<!-- end -->
between
<!-- bench cost cbow -->

cost/cbow

<!-- end -->
after
`);
  });

  test("leaves alone what it is given nothing for", () => {
    expect(markedSections(page, () => undefined)).toBe(page);
  });

  test("changes nothing the second time, whatever the text", () => {
    const render = (): string => "a $& b\n\n<!-- a comment -->";
    const once = markedSections(page, render);
    expect(once).toContain("a $& b");
    expect(markedSections(once, render)).toBe(once);
  });

  test.each([
    "<!-- bench speed cbow -->\ntext",
    "<!-- bench speed cbow -->\ntext\n<!-- bench cost cbow -->\n<!-- end -->",
  ])("refuses a section that does not end: %j", (open) => {
    expect(() => markedSections(open, () => "x")).toThrowErrorMatchingInlineSnapshot(
      `[Error: markedSections: "<!-- bench speed cbow -->" has no "<!-- end -->"]`,
    );
  });
});

describe("resultsShown(page)", () => {
  test("names each result once", () => {
    expect(resultsShown(page + page)).toEqual(["speed", "cost"]);
  });
});
