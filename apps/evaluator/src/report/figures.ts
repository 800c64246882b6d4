import { fixed } from "@wordloom/terminal";
import { type Html, html } from "./html.js";

/** What is known only within limits. */
interface Limits {
  readonly low: number;
  readonly high: number;
}

/** `0.483`; a dash for what has no value. */
export function decimal(value: number | null): string {
  return minus(fixed(value, 3));
}

/** `14.4–19.5 %`. */
export function percentLimits(limits: Limits | null): string {
  return limits === null ? "" : `${(100 * limits.low).toFixed(1)}–${(100 * limits.high).toFixed(1)} %`;
}

/** `0.391 to 0.567`. */
export function decimalLimits(limits: Limits | null): string {
  return limits === null ? "" : `${minus(limits.low.toFixed(3))} to ${minus(limits.high.toFixed(3))}`;
}

/** With a real minus, which is as wide as the plus of other rows. */
function minus(text: string): string {
  return text.replace("-", "−");
}

/**
 * A bar from zero to a value, and a line for its limits. For eyes only: the figures stand beside it.
 *
 * @param low - where the bar's room begins, at most 0
 * @param high - where it ends
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

/** A round end of a scale that holds all values: of 1, 2, 2.5 or 5 times a power of ten, at most 1. */
export function roundEnd(values: readonly number[]): number {
  const most = Math.max(0, ...values);
  const ends = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 0.75, 1];
  return ends.find((end) => end >= most) ?? 1;
}
