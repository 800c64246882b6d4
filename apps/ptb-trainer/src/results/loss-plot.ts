import { type ScaleLinear, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { LossPoint } from "../run/loss-point.js";

const WIDTH = 720;
const HEIGHT = 430;

/** The rectangle in which the lines are drawn, in the units of the picture. */
const FRAME = { left: 56, right: 696, top: 36, bottom: 380 };

const VALIDATION = { light: "#d0413f", dark: "#ff8f85" };

/** The colours of each part: on a light page, as an attribute; on a dark page, by a rule of style. */
const LOOKS = {
  card: { attribute: "fill", light: "#ffffff", dark: "#1c2026" },
  label: { attribute: "fill", light: "#333333", dark: "#dfe3e8" },
  grid: { attribute: "stroke", light: "#dddddd", dark: "#3b424b" },
  training: { attribute: "stroke", light: "#4c78a8", dark: "#7db3ea" },
  validation: { attribute: "stroke", ...VALIDATION },
  dot: { attribute: "fill", ...VALIDATION },
} as const;

interface Axes {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/**
 * Draws the loss against the words seen, as an SVG picture: training as a line, validation as points at the end of epochs.
 * The picture is light on a light page and dark on a dark one. A loss that is not a finite number leaves a gap.
 */
export function lossPlot(title: string, training: readonly LossPoint[], validation: readonly LossPoint[]): string {
  const axes = axesOf([...training, ...validation]);
  const hasValidation = validation.length > 0;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"`,
    ' role="img" class="loss-plot" font-family="sans-serif" font-size="11">\n',
    darkStyle(),
    `<rect ${look("card")} width="${WIDTH}" height="${HEIGHT}"/>\n<g ${look("label")}>\n`,
    `<text x="${(FRAME.left + FRAME.right) / 2}" y="20" text-anchor="middle" font-size="13" font-weight="bold"`,
    `${fittedTo(title)}>${escaped(title)}</text>\n`,
    wordsAxis(axes),
    lossAxis(axes),
    legend(hasValidation ? ["training", "validation"] : ["training"]),
    "</g>\n",
    curve("training", training, axes),
    ...(hasValidation ? [curve("validation", validation, axes), ...dots(validation, axes)] : []),
    "</svg>\n",
  ].join("");
}

/** The name of a part, and its look on a light page: all that a program without style sheets needs. */
function look(part: keyof typeof LOOKS): string {
  const { attribute, light } = LOOKS[part];
  return `class="${part}" ${attribute}="${light}"`;
}

/** A rule of style is stronger than an attribute. The name of the picture keeps the rules from the rest of a page. */
function darkStyle(): string {
  const rules = Object.entries(LOOKS).map(
    ([part, { attribute, dark }]) => `.loss-plot .${part} { ${attribute}: ${dark} }`,
  );
  return `<style>@media (prefers-color-scheme: dark) {\n${rules.join("\n")}\n}</style>\n`;
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
    const grid = `<path ${look("grid")} d="M${at},${FRAME.top}V${FRAME.bottom}"/>`;
    return `${grid}<text x="${at}" y="${FRAME.bottom + 16}" text-anchor="middle">${words === 0 ? "0" : format(words)}</text>\n`;
  });
  const middle = (FRAME.left + FRAME.right) / 2;
  return `${ticks.join("")}<text x="${middle}" y="${HEIGHT - 12}" text-anchor="middle" font-weight="bold">target words</text>\n`;
}

function lossAxis({ y }: Axes): string {
  const format = y.tickFormat(8);
  const ticks = y.ticks(8).map((loss) => {
    const at = place(y(loss));
    const grid = `<path ${look("grid")} d="M${FRAME.left},${at}H${FRAME.right}"/>`;
    return `${grid}<text x="${FRAME.left - 6}" y="${at}" dy="0.35em" text-anchor="end">${format(loss)}</text>\n`;
  });
  const middle = (FRAME.top + FRAME.bottom) / 2;
  const turned = `transform="rotate(-90 14 ${middle})" text-anchor="middle" font-weight="bold"`;
  return `${ticks.join("")}<text x="14" y="${middle}" ${turned}>loss per target (nats)</text>\n`;
}

/** A line through the points; nothing if no point has a loss. */
function curve(name: "training" | "validation", points: readonly LossPoint[], { x, y }: Axes): string {
  const path = line<LossPoint>()
    .defined(({ loss }) => Number.isFinite(loss))
    .x(({ words }) => x(words))
    .y(({ loss }) => y(loss))
    .digits(2)(points);
  const width = 'fill="none" stroke-width="1.5" stroke-linecap="round"';
  return path === null ? "" : `<path ${look(name)} d="${path}" ${width}/>\n`;
}

function dots(points: readonly LossPoint[], { x, y }: Axes): string[] {
  const seen = points.filter(({ loss }) => Number.isFinite(loss));
  const radius = seen.length > 60 ? 1.5 : 3;
  return seen.map(({ words, loss }) => {
    return `<circle ${look("dot")} cx="${place(x(words))}" cy="${place(y(loss))}" r="${radius}"/>\n`;
  });
}

/** Stands beside the name of the axis, where no line passes. */
function legend(names: readonly ("training" | "validation")[]): string {
  const at = HEIGHT - 16;
  const samples = names.map((name, i) => {
    const left = FRAME.right - 84 * (names.length - i);
    return `<path ${look(name)} d="M${left},${at}h16" stroke-width="2"/><text x="${left + 22}" y="${at}" dy="0.35em">${name}</text>\n`;
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
