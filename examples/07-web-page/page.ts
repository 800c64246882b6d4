// The page: loads the vectors as they come in, then shows the neighbours of whatever is typed.
import { missingWord, mostSimilar, nearestSpellings, readVectors, type WordVectors } from "@wordloom/vectors";

const element = <E extends HTMLElement>(id: string, kind: new () => E): E => {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${kind.name} "${id}"`);
};
const input = element("word", HTMLInputElement);
const suggestions = element("words", HTMLDataListElement);
const message = element("message", HTMLParagraphElement);
const list = element("neighbours", HTMLOListElement);

function show(vectors: WordVectors, word: string): void {
  const isKnown = vectors.idOf.has(word);
  message.textContent = isKnown || word === "" ? "" : missingWord(vectors, word);
  const others = word === "" || isKnown ? [] : nearestSpellings(vectors, word, 5);
  suggestions.replaceChildren(...others.map((each) => new Option(each)));
  list.replaceChildren(...(isKnown ? mostSimilar(vectors, word, { top: 8 }) : []).map(item));
}

function item({ word, similarity }: { word: string; similarity: number }): HTMLLIElement {
  const meter = document.createElement("meter");
  meter.value = similarity;
  meter.title = similarity.toFixed(3);
  const line = document.createElement("li");
  line.append(meter, word);
  return line;
}

async function start(): Promise<void> {
  const response = await fetch("vectors.safetensors");
  if (!response.ok) throw new Error(`vectors.safetensors: ${response.status}; has main.ts been run?`);
  const vectors = await readVectors(response.body);
  message.textContent = `${vectors.words.length} words`;
  input.addEventListener("input", () => show(vectors, input.value.trim()));
  input.disabled = false;
  input.focus();
}

start().catch((error: unknown) => {
  message.textContent = String(error);
});
