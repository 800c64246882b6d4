import type { WordMap } from "../map/word-map.js";
import { element } from "./element.js";

/** What stands beside the map: the chosen word and its neighbours. */
export function wordPanel(
  { words, counts, others, neighbours, cosines }: WordMap,
  onChoose: (word: number) => void,
): (word: number) => void {
  const panel = element("map-panel", HTMLElement);
  const hint = [...panel.childNodes];
  return (word) => {
    if (word < 0) {
      panel.replaceChildren(...hint);
      return;
    }
    const title = document.createElement("h3");
    title.dir = "auto";
    title.textContent = words[word];
    const facts = document.createElement("p");
    facts.className = "soft";
    const count = counts === undefined ? "" : `, ${counts[word].toLocaleString("en-US")} times in the text`;
    facts.textContent = `No. ${(word + 1).toLocaleString("en-US")} by frequency${count}`;
    const list = document.createElement("ol");
    list.className = "neighbours";
    list.append(
      ...neighbours[word].map((n, i) => {
        const isOnMap = n < words.length;
        const item = document.createElement("li");
        const name = document.createElement(isOnMap ? "button" : "span");
        name.className = "word";
        name.dir = "auto";
        name.textContent = isOnMap ? words[n] : others[n - words.length];
        if (isOnMap) name.addEventListener("click", () => onChoose(n));
        else name.title = "not on the map";
        const number = document.createElement("span");
        number.className = "number";
        number.textContent = cosines[word][i].toFixed(3);
        item.style.setProperty("--share", `${100 * Math.max(0, cosines[word][i])}%`);
        item.append(name, number);
        return item;
      }),
    );
    panel.replaceChildren(title, facts, list);
  };
}
