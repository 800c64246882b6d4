import { json, printableLines } from "@wordloom/terminal";

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
export function jsonScript(id: string, value: object): Html {
  const text = json(value).replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
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

/** What a page would not show, or what would turn round the order of what stands around it, is an escape, too. */
function escaped(text: string): string {
  return printableLines(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
