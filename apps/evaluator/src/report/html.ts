/** Text that a page takes as it stands. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | readonly Part[];

/**
 * HTML in which every value is text, whatever is in it, unless it is HTML itself; null is nothing, a list its parts.
 *
 * @example
 * html`<td>${"</script>"}</td>`.html // "<td>&lt;/script&gt;</td>"
 */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { html: strings.map((text, i) => (i === 0 ? text : textOf(values[i - 1]) + text)).join("") };
}

/**
 * A value as JSON inside a `<script>` that the browser does not run: nothing in it can end the element.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function jsonScript(id: string, value: unknown): Html {
  const text = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return { html: `<script type="application/json" id="${escaped(id)}">${text}</script>` };
}

/** What we wrote ourselves: style and script. It must not hold the end of its own element. */
export function raw(text: string): Html {
  if (/<\/(script|style)/i.test(text)) throw new Error("raw: the text would end its own element");
  return { html: text };
}

function textOf(part: Part): string {
  if (part === null) return "";
  if (typeof part === "object") return "html" in part ? part.html : part.map(textOf).join("");
  return escaped(String(part));
}

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What would be invisible, or no character at all, as an escape: control characters, and bytes that are not UTF-8. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Surrogate}]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code === 0x0a) return character;
    return code >= 0xdc80 && code <= 0xdcff
      ? `\\x${(code - 0xdc00).toString(16)}`
      : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
