import { element } from "./element.js";
import { findWords } from "./find-words.js";

const MOST = 8;

/**
 * Lets the user find words in the search field while typing.
 *
 * @param onChoose - receives the number of the chosen word
 * @returns a function that shows a word in the field; −1 for none
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function searchBox(words: readonly string[], onChoose: (word: number) => void): (word: number) => void {
  const input = element("map-search", HTMLInputElement);
  const list = element("map-found", HTMLUListElement);
  const message = element("map-message", HTMLElement);
  let found: number[] = [];
  let active = -1;

  const close = () => {
    found = [];
    active = -1;
    list.replaceChildren();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (word: number) => {
    input.value = words[word];
    close();
    onChoose(word);
  };
  const mark = (next: number) => {
    active = next;
    for (const [i, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(i === active));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `map-found-${active}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    close();
    const typed = input.value;
    found = findWords(words, typed, MOST);
    const isNothing = typed.trim() !== "" && found.length === 0;
    message.textContent = isNothing
      ? `“${typed.trim()}” is not among the ${words.length.toLocaleString("en-US")} words of the map`
      : "";
    if (found.length === 0) return;
    list.append(
      ...found.map((word, i) => {
        const option = document.createElement("li");
        option.id = `map-found-${i}`;
        option.role = "option";
        option.dir = "auto";
        option.textContent = words[word];
        option.setAttribute("aria-selected", "false");
        // This keeps the focus in the field.
        option.addEventListener("pointerdown", (event) => event.preventDefault());
        option.addEventListener("click", () => choose(word));
        return option;
      }),
    );
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };

  input.addEventListener("input", open);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = found.length;
    if (event.key === "ArrowDown" && count > 0) mark((active + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) mark((active + count - (active < 0 ? 0 : 1)) % count);
    else if (event.key === "Enter" && count > 0) choose(found[Math.max(0, active)]);
    else if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      message.textContent = "";
      close();
    } else return;
    event.preventDefault();
  });

  return (word) => {
    input.value = word < 0 ? "" : words[word];
    message.textContent = "";
    close();
  };
}
