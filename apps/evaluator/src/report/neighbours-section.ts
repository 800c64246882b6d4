import { printableWord } from "@wordloom/terminal";
import type { Neighbour } from "@wordloom/vectors";
import { decimal } from "./figures.js";
import { type Html, html } from "./html.js";

/** Shows lists of answers side by side, each under its question. */
export function neighboursSection(lists: readonly (readonly [question: Html, answers: readonly Neighbour[]])[]): Html {
  return html`
    <div class="cards">${lists.map(
      ([question, answers]) => html`
      <article class="card">
        <h3>${question}</h3>
        <ol class="neighbours">${answers.map(
          ({ word, similarity }) => html`
          <li style="--share:${(100 * Math.max(0, similarity)).toFixed(1)}%"><span class="word"><bdi>${printableWord(word)}</bdi></span><span class="number">${decimal(similarity)}</span></li>`,
        )}
        </ol>
      </article>`,
    )}
    </div>`;
}
