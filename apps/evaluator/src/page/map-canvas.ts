import { placeLabels } from "./place-labels.js";
import { type Point, type Size, toScreen, type Viewport } from "./viewport.js";

/** What a canvas shows. */
export interface Scene {
  readonly words: readonly string[];
  /** The place of each word, in units of the plane. */
  readonly points: readonly Point[];
  readonly view: Viewport;
  /** The chosen word, or −1. */
  readonly selected: number;
  /** The neighbours of the chosen word. */
  readonly neighbours: readonly number[];
  /** The word under the pointer, or −1. */
  readonly hovered: number;
}

interface Colours {
  readonly ink: string;
  readonly paper: string;
  readonly soft: string;
  readonly accent: string;
  readonly mark: string;
}

const FONT = "system-ui, -apple-system, 'Segoe UI', sans-serif";
/** The most characters of a label; a word may be a whole sentence. */
const LONGEST_LABEL = 32;
/** A canvas of this many square pixels or more has dots of full size. */
const ROOMY = 500_000;

/** Returns a function that draws scenes on a canvas. The width of each label is measured only once. */
export function mapCanvas(canvas: HTMLCanvasElement): (scene: Scene) => void {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws no canvas");
  const widths = new Map<string, number>();
  const widthOf = (font: string, text: string) => {
    const key = `${font} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    context.font = font;
    const { width } = context.measureText(text);
    widths.set(key, width);
    return width;
  };
  return (scene) => {
    const size = { width: canvas.clientWidth, height: canvas.clientHeight };
    const sharpness = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(size.width * sharpness), Math.round(size.height * sharpness)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    drawScene(context, scene, size, coloursOf(canvas), widthOf);
  };
}

function drawScene(
  context: CanvasRenderingContext2D,
  { words, points, view, selected, neighbours, hovered }: Scene,
  size: Size,
  colours: Colours,
  widthOf: (font: string, text: string) => number,
): void {
  const N = words.length;
  const pixels = points.map((point) => toScreen(view, size, point));
  const near = new Set(neighbours);
  const isMarked = (n: number) => n === selected || n === hovered || near.has(n);
  // A telephone shows as many words in a fraction of the room.
  const room = Math.min(1, Math.sqrt((size.width * size.height) / ROOMY));
  const radius = (n: number) => room * (1.6 + 2.6 * (1 - n / N) ** 3) + (isMarked(n) ? 1.4 : 0);

  if (selected >= 0) {
    context.strokeStyle = colours.mark;
    context.lineWidth = 1;
    context.globalAlpha = 0.45;
    context.beginPath();
    for (const n of neighbours) {
      context.moveTo(pixels[selected].x, pixels[selected].y);
      context.lineTo(pixels[n].x, pixels[n].y);
    }
    context.stroke();
  }

  // Rare words first, so that frequent ones lie on top; marked ones on top of all.
  const order = Array.from(words.keys()).reverse();
  for (const n of [...order.filter((n) => !isMarked(n)), ...order.filter(isMarked)]) {
    context.globalAlpha = isMarked(n) ? 1 : selected >= 0 ? 0.3 : 0.62;
    context.fillStyle = isMarked(n) ? colours.mark : colours.accent;
    context.beginPath();
    context.arc(pixels[n].x, pixels[n].y, radius(n), 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
  if (selected >= 0) {
    context.strokeStyle = colours.mark;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(pixels[selected].x, pixels[selected].y, radius(selected) + 4, 0, 2 * Math.PI);
    context.stroke();
  }

  const first = [selected, hovered, ...neighbours].filter((n, i, all) => n >= 0 && all.indexOf(n) === i);
  const labelled = [...first, ...words.keys()].filter((n, i) => i < first.length || !isMarked(n));
  const texts = labelled.map((n) => shortened(words[n]));
  const fonts = labelled.map((n) => `${isMarked(n) ? 600 : 400} ${fontSize(n, N)}px ${FONT}`);
  const places = placeLabels(
    labelled.map((n, i) => ({
      at: pixels[n],
      gap: radius(n) + (n === selected ? 8 : 3),
      width: widthOf(fonts[i], texts[i]),
    })),
    size,
  );
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const [i, n] of labelled.entries()) {
    const place = places[i];
    if (place === null) continue;
    context.font = fonts[i];
    context.globalAlpha = isMarked(n) ? 1 : selected >= 0 ? 0.45 : 1;
    context.strokeStyle = colours.paper;
    context.lineWidth = 3;
    context.strokeText(texts[i], place.x, place.y);
    context.fillStyle = isMarked(n) ? colours.mark : n < N / 10 ? colours.ink : colours.soft;
    context.fillText(texts[i], place.x, place.y);
  }
  context.globalAlpha = 1;
}

function fontSize(n: number, N: number): number {
  return n < N / 50 ? 14 : n < N / 10 ? 13 : 12;
}

function shortened(word: string): string {
  const characters = Array.from(word);
  return characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL - 1).join("")}…` : word;
}

/** Reads the colours from the page's style, which may be light or dark. */
function coloursOf(canvas: HTMLCanvasElement): Colours {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour("ink"),
    paper: colour("paper"),
    soft: colour("soft"),
    accent: colour("accent"),
    mark: colour("mark"),
  };
}
