import { printableWord, questionParts, whole } from "@wordloom/terminal";
import type { Neighbour } from "@wordloom/vectors";
import type { Evaluation } from "../evaluation/answer-questions.js";
import type { WordMap } from "../map/word-map.js";
import { analogyWords } from "../words/analogy-words.js";
import { analogySection } from "./analogy-section.js";
import { type Html, html, raw } from "./html.js";
import { mapSection } from "./map-section.js";
import { neighboursSection } from "./neighbours-section.js";
import { pairsSection } from "./pairs-section.js";

/** All that a page shows. */
export interface Report {
  /** The name of the vectors. */
  readonly name: string;
  readonly words: number;
  readonly dimension: number;
  readonly evaluation: Evaluation;
  readonly map: WordMap;
  /** How the figures were made, as names and values. */
  readonly method: readonly (readonly [name: string, value: string])[];
}

/** The script and the style of the page. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
}

/** Makes a page that needs nothing but itself: its policy forbids it to load anything. */
export function reportPage({ name, words, dimension, evaluation, map, method }: Report, parts: PageParts): string {
  const { analogies = [], pairs, similar = {}, analogy = {}, missing = {} } = evaluation;
  const scores = [...analogies.map(analogySection), ...(pairs === undefined ? [] : [pairsSection(pairs.sections)])];
  const lists: [Html, readonly Neighbour[]][] = [
    ...Object.entries(similar).map(([word, answers]): [Html, readonly Neighbour[]] => [
      html`<bdi>${printableWord(word)}</bdi>`,
      answers,
    ]),
    ...Object.entries(analogy).map(([question, answers]): [Html, readonly Neighbour[]] => [
      questionHtml(question),
      answers,
    ]),
  ];
  const sections = [
    { id: "scores", title: "Scores", body: scores.length === 0 ? null : html`${scores}` },
    { id: "neighbours", title: "Neighbours", body: lists.length === 0 ? null : neighboursSection(lists) },
    { id: "missing", title: "Not answered", body: Object.keys(missing).length === 0 ? null : missingList(missing) },
  ].filter(({ body }) => body !== null);
  const links = [...sections.slice(0, 2), { id: "map", title: "Map" }, { id: "method", title: "Method" }];
  return `${
    html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="Wordloom evaluator">
    <title>${name} – Wordloom</title>
    <link rel="icon" href="data:,">
    <style>${raw(parts.style)}</style>
  </head>
  <body>
    <header class="page">
      <div>
        <h1><bdi>${name}</bdi></h1>
        <p class="soft">${whole(words)} word vectors of ${whole(dimension)} numbers each</p>
      </div>
      <nav aria-label="Sections">${links.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}</nav>
    </header>
    <main>${sections.map(
      ({ id, title, body }) => html`
    <section id="${id}" aria-labelledby="${id}-title">
      <h2 id="${id}-title">${title}</h2>${body}
    </section>`,
    )}${mapSection(map)}
    <section id="method" aria-labelledby="method-title">
      <h2 id="method-title">Method</h2>
      <dl class="method">${method.map(
        ([term, value]) => html`
        <div><dt>${term}</dt><dd><bdi>${value}</bdi></dd></div>`,
      )}
      </dl>
    </section>
    </main>
    <script>${raw(parts.script)}</script>
  </body>
</html>`.html
  }\n`;
}

function missingList(missing: Readonly<Record<string, string>>): Html {
  return html`
      <ul class="card soft">${Object.entries(missing).map(
        ([question, reason]) => html`
        <li><bdi>${question}</bdi>: <bdi>${reason}</bdi></li>`,
      )}
      </ul>`;
}

/** `king:man::queen` as `king : man = queen : ?`, with each word in an element that keeps its direction to itself. */
function questionHtml(question: string): Html {
  const [a, b, c] = analogyWords(question).words.map((word) => html`<bdi>${word}</bdi>`);
  return html`${questionParts([a, b, c])}`;
}
