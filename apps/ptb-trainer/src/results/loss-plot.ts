import { type ScaleLinear, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { LossPoint } from "../run/loss-point.js";

const WIDTH = 720;
const HEIGHT = 430;

/** The rectangle in which the lines are drawn, in the units of the picture. */
const FRAME = { left: 56, right: 704, top: 36, bottom: 380 };
const TRAINING = "#4c78a8";
const VALIDATION = "#e45756";

interface Axes {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/**
 * Draws the loss against the words seen, as an SVG picture: training as a line, validation as points at the end of epochs.
 * A loss that is not a finite number leaves a gap.
 */
export function lossPlot(title: string, training: readonly LossPoint[], validation: readonly LossPoint[]): string {
  const axes = axesOf([...training, ...validation]);
  const hasValidation = validation.length > 0;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"`,
    ' role="img" font-family="sans-serif" font-size="11" fill="#333">\n',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>\n`,
    `<text x="${(FRAME.left + FRAME.right) / 2}" y="20" text-anchor="middle" font-size="13" font-weight="bold"`,
    `${fittedTo(title)}>${escaped(title)}</text>\n`,
    wordsAxis(axes),
    lossAxis(axes),
    curve("training", training, TRAINING, axes),
    ...(hasValidation ? [curve("validation", validation, VALIDATION, axes), ...dots(validation, axes)] : []),
    legend(hasValidation ? { training: TRAINING, validation: VALIDATION } : { training: TRAINING }),
    "</svg>\n",
  ].join("");
}

/** Scales from words and losses to places in the frame. Words begin at 0, losses near the smallest. */
function axesOf(points: readonly LossPoint[]): Axes {
  const losses = points.map(({ loss }) => loss).filter(Number.isFinite);
  const most = points.reduce((largest, { words }) => Math.max(largest, words), 0);
  const [low, high] = losses.reduce(([a, b], loss) => [Math.min(a, loss), Math.max(b, loss)], [Infinity, -Infinity]);
  const room = low < high ? 0 : Math.max(Math.abs(low) / 10, 0.1);
  const domain = losses.length === 0 ? [0, 1] : [low - room, high + room];
  return {
    x: scaleLinear([0, most === 0 ? 1 : most], [FRAME.left, FRAME.right]).nice(8),
    y: scaleLinear(domain, [FRAME.bottom, FRAME.top]).nice(8),
  };
}

function wordsAxis({ x }: Axes): string {
  const format = x.tickFormat(8, "~s");
  const ticks = x.ticks(8).map((words) => {
    const at = place(x(words));
    const grid = `<path d="M${at},${FRAME.top}V${FRAME.bottom}" stroke="#ddd"/>`;
    return `${grid}<text x="${at}" y="${FRAME.bottom + 16}" text-anchor="middle">${words === 0 ? "0" : format(words)}</text>\n`;
  });
  const middle = (FRAME.left + FRAME.right) / 2;
  return `${ticks.join("")}<text x="${middle}" y="${HEIGHT - 12}" text-anchor="middle" font-weight="bold">target words</text>\n`;
}

function lossAxis({ y }: Axes): string {
  const format = y.tickFormat(8);
  const ticks = y.ticks(8).map((loss) => {
    const at = place(y(loss));
    const grid = `<path d="M${FRAME.left},${at}H${FRAME.right}" stroke="#ddd"/>`;
    return `${grid}<text x="${FRAME.left - 6}" y="${at}" dy="0.35em" text-anchor="end">${format(loss)}</text>\n`;
  });
  const middle = (FRAME.top + FRAME.bottom) / 2;
  const turned = `transform="rotate(-90 14 ${middle})" text-anchor="middle" font-weight="bold"`;
  return `${ticks.join("")}<text x="14" y="${middle}" ${turned}>loss per target (nats)</text>\n`;
}

/** A line through the points; none where there is no point with a loss. */
function curve(name: string, points: readonly LossPoint[], colour: string, { x, y }: Axes): string {
  const path = line<LossPoint>()
    .defined(({ loss }) => Number.isFinite(loss))
    .x(({ words }) => x(words))
    .y(({ loss }) => y(loss))
    .digits(2)(points);
  const look = `fill="none" stroke="${colour}" stroke-width="1.5" stroke-linecap="round"`;
  return path === null ? "" : `<path class="${name}" d="${path}" ${look}/>\n`;
}

function dots(points: readonly LossPoint[], { x, y }: Axes): string[] {
  const seen = points.filter(({ loss }) => Number.isFinite(loss));
  const radius = seen.length > 60 ? 1.5 : 3;
  return seen.map(({ words, loss }) => {
    return `<circle cx="${place(x(words))}" cy="${place(y(loss))}" r="${radius}" fill="${VALIDATION}"/>\n`;
  });
}

/** Beside the name of the axis, where no line passes. */
function legend(colours: Readonly<Record<string, string>>): string {
  const entries = Object.entries(colours);
  const at = HEIGHT - 16;
  const samples = entries.map(([name, colour], i) => {
    const left = FRAME.right - 84 * (entries.length - i);
    return `<path d="M${left},${at}h16" stroke="${colour}" stroke-width="2"/><text x="${left + 22}" y="${at}" dy="0.35em">${name}</text>\n`;
  });
  return samples.join("");
}

/** Squeezes a title that would be wider than the picture, by about seven units a character. */
function fittedTo(title: string): string {
  const most = FRAME.right - FRAME.left;
  return title.length * 7 > most ? ` textLength="${most}" lengthAdjust="spacingAndGlyphs"` : "";
}

function place(at: number): string {
  return String(Math.round(100 * at) / 100);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
