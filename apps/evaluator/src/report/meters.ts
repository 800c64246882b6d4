import type { Interval } from "@wordloom/evaluation";
import { percent } from "@wordloom/terminal";
import { bar } from "./figures.js";
import { type Html, html } from "./html.js";

/** A share of a whole, with a text that explains it. */
export interface Meter {
  readonly label: string;
  /** The share, in `[0, 1]`; null if it has no value. */
  readonly share: number | null;
  readonly limits: Interval | null;
  readonly text: string;
}

/** Shows shares one below the other, each with its name, its figure and a bar from 0 to 100 %. */
export function meters(all: readonly Meter[]): Html {
  return html`
      <dl class="meters">${all.map(
        ({ label, share, limits, text }) => html`
        <div>
          <dt>${label}</dt>
          <dd class="number">${percent(share)}</dd>
          <dd class="room">${bar(share, limits, 0, 1)}</dd>
          <dd class="soft">${text}</dd>
        </div>`,
      )}
      </dl>`;
}
