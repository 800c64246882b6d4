import { json, printableLines } from "@wordloom/terminal";

/** HTML that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | readonly Part[];

/**
 * Makes HTML from a template. Every value becomes text, with all its signs escaped, unless it is HTML itself. Null becomes
 * nothing; a list becomes its parts.
 *
 * @example
 * html`<td>${"</script>"}</td>`.html // "<td>&lt;/script&gt;</td>"
 */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { html: strings.map((text, i) => (i === 0 ? text : textOf(values[i - 1]) + text)).join("") };
}

/**
 * Puts a value as JSON into a `<script>` that the browser does not run. Nothing in the value can end the element.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function jsonScript(id: string, value: object): Html {
  const text = json(value).replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  return { html: `<script type="application/json" id="${escaped(id)}">${text}</script>` };
}

/**
 * Takes our own style or script as it is.
 *
 * @throws Error if the text would end its own element
 */
export function raw(text: string): Html {
  if (/<\/(script|style)/i.test(text)) throw new Error("raw: the text would end its own element");
  return { html: text };
}

function textOf(part: Part): string {
  if (part === null) return "";
  if (typeof part === "object") return "html" in part ? part.html : part.map(textOf).join("");
  return escaped(String(part));
}

/** Escapes the signs of HTML, and characters that a page would not show or that would change the order of others. */
function escaped(text: string): string {
  return printableLines(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
