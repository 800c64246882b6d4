import type { WordPairEvaluation } from "@wordloom/evaluation";
import { whole } from "@wordloom/terminal";
import { bar, decimal, decimalLimits } from "./figures.js";
import { type Html, html } from "./html.js";
import { meters } from "./meters.js";

/** Shows sets of word pairs in one table, each with a bar for its rank correlation. */
export function pairsSection(sets: readonly (Omit<WordPairEvaluation, "cosines"> & { readonly name: string })[]): Html {
  const lowest = Math.min(
    0,
    ...sets.flatMap(({ spearman, spearmanInterval }) => [spearman ?? 0, spearmanInterval?.low ?? 0]),
  );
  const low = lowest < 0 ? Math.floor(lowest * 4) / 4 : 0;
  const bootstrap = sets.find((set) => set.bootstrap !== null)?.bootstrap ?? null;
  const title = bootstrap === null ? "" : `${Number((100 * bootstrap.confidence).toFixed(2))} % interval`;
  const used = sets.reduce((sum, set) => sum + set.used, 0);
  const pairs = sets.reduce((sum, set) => sum + set.pairs, 0);
  const counted = sets.every(({ unknown }) => unknown === "skip") ? "left out" : "counted as similar by 0";
  return html`
    <article class="card">
      <header class="set">
        <div>
          <h3>Word similarity</h3>
          <p class="soft">How well cosines agree with people about which words are similar: rank correlation (Spearman)</p>
        </div>
      </header>
      ${meters([
        {
          label: "Coverage",
          share: used / pairs,
          limits: null,
          text: `${whole(used)} of ${whole(pairs)} pairs; those with unknown words were ${counted}`,
        },
      ])}
      <table class="scores">
        <caption class="unseen">Correlation with people by set of word pairs</caption>
        <thead>
          <tr>
            <th scope="col">Set</th>
            <th scope="col" class="chart"><span class="axis"><span>${decimalEnd(low)}</span><span>1</span></span></th>
            <th scope="col" class="middle">Spearman</th>
            <th scope="col" class="limits-column">${title}</th>
            <th scope="col" class="extra">Pearson</th>
            <th scope="col" class="extra">Used</th>
            <th scope="col" class="extra">Of</th>
          </tr>
        </thead>
        <tbody>${sets.map(
          (set) => html`
          <tr>
            <th scope="row"><bdi>${set.name}</bdi></th>
            <td class="chart">${bar(set.spearman, set.spearmanInterval, low, 1)}</td>
            <td>${decimal(set.spearman)}</td>
            <td class="limits-column">${set.spearmanInterval === null ? "–" : decimalLimits(set.spearmanInterval)}</td>
            <td class="extra">${decimal(set.pearson)}</td>
            <td class="extra">${whole(set.used)}</td>
            <td class="extra">${whole(set.pairs)}</td>
          </tr>`,
        )}</tbody>
      </table>
    </article>`;
}

function decimalEnd(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}
