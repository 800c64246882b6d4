import type { AnalogyEvaluation, AnalogyScore } from "@wordloom/evaluation";
import { percent, whole } from "@wordloom/terminal";
import { bar, percentLimits, roundEnd } from "./figures.js";
import { type Html, html } from "./html.js";
import { meters } from "./meters.js";

type NamedScore = AnalogyScore & { readonly name: string };

/** Shows a set of analogies: its score, and each section with a bar. */
export function analogySection(evaluation: AnalogyEvaluation & { readonly name: string }): Html {
  const { name, total, semantic, syntactic, groups, sections, protocol, rows, unknown, coverage } = evaluation;
  const parts: NamedScore[] = [
    ...groups,
    ...(semantic === null ? [] : [{ name: "Semantic", ...semantic }]),
    ...(syntactic === null ? [] : [{ name: "Syntactic", ...syntactic }]),
  ];
  const all = [...sections, ...parts, total];
  const end = roundEnd(all.flatMap(({ accuracy, interval }) => [accuracy ?? 0, interval?.high ?? 0]));
  const counted = unknown === "skip" ? "left out" : "counted as wrong";
  return html`
    <article class="card">
      <header class="set">
        <div>
          <h3><bdi>${name}</bdi></h3>
          <p class="soft">Analogies by the protocol <strong>${protocol}</strong>, on ${whole(rows)} rows</p>
        </div>
        <p class="figure">
          <strong>${percent(total.accuracy)}</strong>
          <span>${total.interval === null ? "right" : percentLimits(total.interval)}</span>
        </p>
      </header>
      ${meters([
        {
          label: "Right",
          share: total.accuracy,
          limits: total.interval,
          text: `${whole(total.correct)} of ${whole(total.asked)} questions asked`,
        },
        {
          label: "Coverage",
          share: coverage,
          limits: null,
          text: `${whole(total.known)} of ${whole(total.questions)} questions; those with unknown words were ${counted}`,
        },
      ])}
      <table class="scores">
        <caption class="unseen">Accuracy of ${name} by section</caption>
        <thead>
          <tr>
            <th scope="col">Section</th>
            <th scope="col" class="chart"><span class="axis"><span>0</span><span>${percent(end, 0)}</span></span></th>
            <th scope="col" class="middle">Accuracy</th>
            <th scope="col" class="limits-column">${limitsTitle(evaluation)}</th>
            <th scope="col" class="extra">Right</th>
            <th scope="col" class="extra">Asked</th>
            <th scope="col" class="extra">Of</th>
          </tr>
        </thead>
        <tbody>${sections.map((section) => row(section, end))}</tbody>
        <tbody class="sums">${[...parts, { name: "Total", ...total }].map((part) => row(part, end))}</tbody>
      </table>
    </article>`;
}

function limitsTitle({ bootstrap }: AnalogyEvaluation): string {
  return bootstrap === null ? "" : `${Number((100 * bootstrap.confidence).toFixed(2))} % interval`;
}

function row({ name, accuracy, interval, correct, asked, questions }: NamedScore, end: number): Html {
  return html`
          <tr>
            <th scope="row"><bdi>${name}</bdi></th>
            <td class="chart">${bar(accuracy, interval, 0, end)}</td>
            <td>${percent(accuracy)}</td>
            <td class="limits-column">${interval === null ? "–" : percentLimits(interval)}</td>
            <td class="extra">${whole(correct)}</td>
            <td class="extra">${whole(asked)}</td>
            <td class="extra">${whole(questions)}</td>
          </tr>`;
}
