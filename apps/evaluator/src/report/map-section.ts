import { printableWord, whole } from "@wordloom/terminal";
import type { WordMap } from "../map/word-map.js";
import { type Html, html, jsonScript } from "./html.js";

/** Makes the map with its tools and its data. The script of the page draws it. */
export function mapSection(map: WordMap): Html {
  // The page only shows the words, so they are written as they can be seen.
  const shown = { ...map, words: map.words.map(printableWord), others: map.others.map(printableWord) };
  const last = map.layouts.length - 1;
  const choices = map.layouts.map(
    ({ name }, i) => html`
          <label><input type="radio" name="map-layout" value="${i}" ${i === last ? html`checked` : null}><span>${name}</span></label>`,
  );
  return html`
    <section id="map" aria-labelledby="map-title">
      <h2 id="map-title">Map</h2>
      <p class="soft needs-script" id="map-note">${map.layouts[last].note}</p>
      <noscript><p>The map needs JavaScript, which this browser does not run.</p></noscript>
      <div class="card map needs-script">
        <div class="tools">
          <div class="search">
            <input id="map-search" type="search" placeholder="Find a word" aria-label="Find a word on the map" role="combobox"
              aria-expanded="false" aria-controls="map-found" aria-autocomplete="list" autocomplete="off" autocapitalize="off" spellcheck="false">
            <ul id="map-found" role="listbox" aria-label="Words found" hidden></ul>
            <p id="map-message" role="status"></p>
          </div>
          ${map.layouts.length > 1 ? html`<fieldset class="choice"><legend class="unseen">Layout</legend>${choices}</fieldset>` : null}
          <div class="zoom">
            <button type="button" id="map-further" aria-label="Zoom out">−</button>
            <button type="button" id="map-closer" aria-label="Zoom in">+</button>
            <button type="button" id="map-all">Show all</button>
          </div>
        </div>
        <div class="stage">
          <canvas id="map-canvas" tabindex="0" role="application" aria-roledescription="map of words"
            aria-label="The ${whole(map.words.length)} most frequent words" aria-describedby="map-help"></canvas>
          <aside id="map-panel" aria-live="polite">
            <h3>${whole(map.words.length)} words</h3>
            <p class="soft" id="map-help">Choose a word to see its nearest neighbours. Drag to move, scroll or pinch to zoom;
              with the keyboard: arrows, + and −, 0 for all, Escape to let go.</p>
          </aside>
        </div>
      </div>
      ${jsonScript("map-data", shown)}
    </section>`;
}
