import { fixed } from "@wordloom/terminal";
import { type Html, html } from "./html.js";

/** The limits of an interval. */
interface Limits {
  readonly low: number;
  readonly high: number;
}

/** Writes a number as `0.483`; a dash if there is none. */
export function decimal(value: number | null): string {
  return minus(fixed(value, 3));
}

/** Writes limits as `14.4–19.5 %`; nothing if there are none. */
export function percentLimits(limits: Limits | null): string {
  return limits === null ? "" : `${(100 * limits.low).toFixed(1)}–${(100 * limits.high).toFixed(1)} %`;
}

/** Writes limits as `0.391 to 0.567`; nothing if there are none. */
export function decimalLimits(limits: Limits | null): string {
  return limits === null ? "" : `${minus(limits.low.toFixed(3))} to ${minus(limits.high.toFixed(3))}`;
}

/** Writes a real minus sign, which is as wide as a plus. */
function minus(text: string): string {
  return text.replace("-", "−");
}

/**
 * Draws a bar from zero to a value, with a line for its limits. Screen readers skip it, because the figures stand beside it.
 *
 * @param low - the start of the scale, at most 0
 * @param high - the end of the scale
 */
export function bar(value: number | null, limits: Limits | null, low: number, high: number): Html {
  const place = (x: number) => ((100 * (Math.min(high, Math.max(low, x)) - low)) / (high - low)).toFixed(2);
  if (value === null) return html`<span class="bar" aria-hidden="true"></span>`;
  const [from, to] = value < 0 ? [value, 0] : [0, value];
  const style = `--from:${place(from)}%;--to:${place(to)}%;--zero:${place(0)}%`;
  const whisker =
    limits === null
      ? null
      : html`<i class="limits" style="--from:${place(limits.low)}%;--to:${place(limits.high)}%"></i>`;
  return html`<span class="bar" aria-hidden="true" style="${style}"><i class="value"></i>${whisker}</span>`;
}

/** Chooses a round end for a scale of values in `[0, 1]`: the least of 0.01, 0.02, 0.05, … 1 that none of them passes. */
export function roundEnd(values: readonly number[]): number {
  const most = Math.max(0, ...values);
  const ends = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 0.75, 1];
  return ends.find((end) => end >= most) ?? 1;
}
