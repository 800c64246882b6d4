import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { html, jsonScript, raw } from "./html.js";

/** Words that would like to be more than words. */
const hostile = [
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "<!--",
  "]]>",
  "&lt;",
  "__proto__",
  "\u2028",
];

describe("html`…`", () => {
  test("escapes text, in elements and in attributes", () => {
    expect(html`<b title="${`a"b'c`}">${"<&>"}</b>`.html).toBe('<b title="a&#34;b&#39;c">&#60;&#38;&#62;</b>');
  });

  test("takes HTML as it is, lists in their order, and nothing for null", () => {
    const rows = ["a", "<"].map((word) => html`<li>${word}</li>`);
    expect(html`<ul>${rows}${null}</ul>${1}`.html).toBe("<ul><li>a</li><li>&#60;</li></ul>1");
  });

  test("shows bytes that are not UTF-8, and control characters", () => {
    expect(html`${"caf\udce9"} ${"a\u0000b"} ${"\ud800"}`.html).toBe("caf\\xe9 a\\u0000b \\ud800");
  });

  test("lets no text become a tag or leave an attribute", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostile)), (text) => {
        const inside = html`${text}`.html;
        expect(inside).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe("jsonScript(id, value)", () => {
  test("comes back as it was, and cannot end its element", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostile))), (words) => {
        const [, text] =
          /^<script type="application\/json" id="data">(.*)<\/script>$/s.exec(jsonScript("data", words).html) ?? [];
        expect(text).not.toMatch(/[<>]/);
        expect(JSON.parse(text)).toEqual(words);
      }),
    );
  });
});

describe("raw(text)", () => {
  test("takes code, but none that would end its element", () => {
    expect(raw("a < b && c").html).toBe("a < b && c");
    expect(() => raw('"</SCRIPT>"')).toThrowErrorMatchingInlineSnapshot(
      `[Error: raw: the text would end its own element]`,
    );
  });
});
