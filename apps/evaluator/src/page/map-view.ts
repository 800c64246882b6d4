import type { MapLayout, WordMap } from "../map/word-map.js";
import { mapCanvas } from "./map-canvas.js";
import { motionOf } from "./motion.js";
import { nearestPoint } from "./nearest-point.js";
import { pointers } from "./pointers.js";
import {
  around,
  between,
  fitting,
  type Point,
  panned,
  type Size,
  toScreen,
  type Viewport,
  zoomed,
} from "./viewport.js";

/** The map, as the rest of the page controls it. */
export interface MapView {
  /** Marks a word and its neighbours, and brings it into view; −1 for none. */
  select(word: number): void;
  /** Moves the points to where another layout has them. */
  arrange(layout: MapLayout): void;
  zoomBy(factor: number): void;
  showAll(): void;
}

/** How many pixels from a point a click or a tap still means the point. */
const REACH = { mouse: 12, touch: 24 };
const STEP = 60;
const ZOOM_STEP = 1.5;

/** Draws the map, and moves it by mouse, finger, wheel and keys. */
export function mapView(
  canvas: HTMLCanvasElement,
  { words, onMap }: WordMap,
  firstLayout: MapLayout,
  onSelect: (word: number) => void,
): MapView {
  const draw = mapCanvas(canvas);
  const size = (): Size => ({ width: canvas.clientWidth, height: canvas.clientHeight });
  let layout = firstLayout;
  let points = pointsOf(layout);
  let view = fitting(layout.x, layout.y, size());
  let selected = -1;
  let hovered = -1;
  let isWaiting = false;

  const whole = () => fitting(layout.x, layout.y, size());
  const redraw = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      draw({ words, points, view, selected, neighbours: selected < 0 ? [] : onMap.numbers[selected], hovered });
    });
  };
  const show = (next: Viewport) => {
    view = next;
    redraw();
  };

  const motion = motionOf(redraw);
  const moveTo = (to: Viewport) => {
    const from = view;
    motion.move((share) => {
      view = between(from, to, share);
    });
  };

  const select = (word: number) => {
    selected = word;
    if (word >= 0)
      moveTo(
        around(
          points[word],
          onMap.numbers[word].map((n) => points[n]),
          size(),
          whole(),
        ),
      );
    redraw();
  };

  pointers(canvas, {
    onPan: (dx, dy) => {
      motion.stop();
      show(panned(view, dx, dy));
    },
    onZoom: (at, factor) => {
      motion.stop();
      show(zoomed(view, size(), at, factor, whole()));
    },
    onHover: (at) => {
      const word = at === null ? -1 : wordAt(at, REACH.mouse);
      canvas.classList.toggle("over-word", word >= 0);
      if (word === hovered) return;
      hovered = word;
      redraw();
    },
    onTap: (at, kind) => {
      const word = wordAt(at, kind === "mouse" ? REACH.mouse : REACH.touch);
      selected = word;
      redraw();
      onSelect(word);
    },
  });
  const wordAt = (at: Point, reach: number) =>
    nearestPoint(
      points.map((point) => toScreen(view, size(), point)),
      at,
      reach,
    );
  const middle = (): Point => ({ x: size().width / 2, y: size().height / 2 });
  const zoomBy = (factor: number) => moveTo(zoomed(view, size(), middle(), factor, whole()));
  const showAll = () => moveTo(whole());

  canvas.addEventListener("keydown", (event) => {
    const steps: Record<string, () => void> = {
      ArrowLeft: () => show(panned(view, STEP, 0)),
      ArrowRight: () => show(panned(view, -STEP, 0)),
      ArrowUp: () => show(panned(view, 0, STEP)),
      ArrowDown: () => show(panned(view, 0, -STEP)),
      "+": () => zoomBy(ZOOM_STEP),
      "=": () => zoomBy(ZOOM_STEP),
      "-": () => zoomBy(1 / ZOOM_STEP),
      "0": showAll,
      Escape: () => {
        select(-1);
        onSelect(-1);
      },
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    steps[event.key]();
  });

  let before = size();
  new ResizeObserver(() => {
    // When the size changes, the same part of the plane stays in view.
    const now = size();
    if (now.width === 0) return;
    if (before.width === 0) view = whole();
    else view = { ...view, scale: (view.scale / fitting(layout.x, layout.y, before).scale) * whole().scale };
    before = now;
    redraw();
  }).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  redraw();

  return {
    select,
    arrange(next) {
      const [from, to] = [points, pointsOf(next)];
      const [seen, all] = [view, fitting(next.x, next.y, size())];
      layout = next;
      motion.move((share) => {
        points = from.map((point, n) => ({
          x: point.x + (to[n].x - point.x) * share,
          y: point.y + (to[n].y - point.y) * share,
        }));
        view = between(seen, all, share);
      });
    },
    zoomBy,
    showAll,
  };
}

function pointsOf({ x, y }: MapLayout): Point[] {
  return x.map((value, n) => ({ x: value, y: y[n] }));
}
