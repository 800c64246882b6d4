import type { NeighbourLists, WordMap } from "../map/word-map.js";
import { element } from "./element.js";

/**
 * Shows the chosen word and its neighbours beside the map.
 *
 * @returns a function that shows a word; −1 for none
 */
export function wordPanel(map: WordMap, onChoose: (word: number) => void): (word: number) => void {
  const { words, counts, onMap, overall, lookedAt } = map;
  const panel = element("map-panel", HTMLElement);
  const hint = [...panel.childNodes];
  return (word) => {
    if (word < 0) {
      panel.replaceChildren(...hint);
      return;
    }
    const title = textElement("h3", words[word]);
    title.dir = "auto";
    const count = counts === undefined ? "" : `, ${counts[word].toLocaleString("en-US")} times in the text`;
    const facts = textElement("p", `No. ${(word + 1).toLocaleString("en-US")} by frequency${count}`);
    facts.className = "soft";
    panel.replaceChildren(
      title,
      facts,
      textElement("h4", overall === undefined ? "Nearest words" : "Nearest on the map"),
      neighbourList(map, onMap, word, onChoose),
    );
    if (overall === undefined) return;
    const all = textElement("h4", `Nearest of ${lookedAt.toLocaleString("en-US")} words`);
    panel.append(all, neighbourList(map, overall, word, onChoose));
  };
}

function neighbourList(
  { words, others }: WordMap,
  { numbers, cosines }: NeighbourLists,
  word: number,
  onChoose: (word: number) => void,
): HTMLElement {
  const list = document.createElement("ol");
  list.className = "neighbours";
  list.append(
    ...numbers[word].map((n, i) => {
      const isOnMap = n < words.length;
      const name = textElement(isOnMap ? "button" : "span", isOnMap ? words[n] : others[n - words.length]);
      name.className = "word";
      name.dir = "auto";
      if (isOnMap) name.addEventListener("click", () => onChoose(n));
      const number = textElement("span", cosines[word][i].toFixed(3).replace("-", "−"));
      number.className = "number";
      const item = document.createElement("li");
      item.style.setProperty("--share", `${100 * Math.max(0, cosines[word][i])}%`);
      item.append(name, number);
      return item;
    }),
  );
  return list;
}

function textElement(kind: string, text: string): HTMLElement {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
}
