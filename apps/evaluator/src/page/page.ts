import type { WordMap } from "../map/word-map.js";
import { element } from "./element.js";
import { mapView } from "./map-view.js";
import { searchBox } from "./search-box.js";
import { wordPanel } from "./word-panel.js";

const map: WordMap = JSON.parse(element("map-data", HTMLScriptElement).textContent ?? "");
const note = element("map-note", HTMLElement);

const show = (word: number) => {
  showInPanel(word);
  showInField(word);
};
const choose = (word: number) => {
  view.select(word);
  show(word);
};
const showInPanel = wordPanel(map, choose);
const showInField = searchBox(map.words, choose);
const view = mapView(element("map-canvas", HTMLCanvasElement), map, map.layouts[map.layouts.length - 1], show);

element("map-closer", HTMLButtonElement).addEventListener("click", () => view.zoomBy(1.6));
element("map-further", HTMLButtonElement).addEventListener("click", () => view.zoomBy(1 / 1.6));
element("map-all", HTMLButtonElement).addEventListener("click", () => view.showAll());
for (const input of document.querySelectorAll<HTMLInputElement>("input[name=map-layout]")) {
  input.addEventListener("change", () => {
    const layout = map.layouts[Number(input.value)];
    note.textContent = layout.note;
    view.arrange(layout);
  });
}
// The parts of the page that need a script appear now.
element("map", HTMLElement).classList.add("is-alive");
