/** The part of the plane that is seen: the point in the middle, and the pixels per unit. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A point of the plane, or a pixel. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The pixels that stay free around the points when all are shown. */
const MARGIN = 28;
const MOST_ZOOM = 60;

/** Shows all points, as large as they fit. */
export function fitting(xs: ArrayLike<number>, ys: ArrayLike<number>, { width, height }: Size): Viewport {
  const [left, right] = extent(xs);
  const [top, bottom] = extent(ys);
  const scales = [
    Math.max(1, width - 2 * MARGIN) / (right - left),
    Math.max(1, height - 2 * MARGIN) / (bottom - top),
  ].filter(Number.isFinite);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: scales.length === 0 ? 1 : Math.min(...scales) };
}

function extent(values: ArrayLike<number>): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  return low <= high ? [low, high] : [0, 0];
}

/** Gives the pixel of a point of the plane. */
export function toScreen(view: Viewport, { width, height }: Size, { x, y }: Point): Point {
  return { x: width / 2 + (x - view.x) * view.scale, y: height / 2 + (y - view.y) * view.scale };
}

/** Moves the view by a number of pixels. */
export function panned(view: Viewport, dx: number, dy: number): Viewport {
  return { ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale };
}

/**
 * Zooms in or out. The point under a given pixel stays there.
 *
 * @param whole - the view that shows all points; zooming ends at half its scale, and at 60 times its scale
 */
export function zoomed(view: Viewport, size: Size, at: Point, factor: number, whole: Viewport): Viewport {
  const scale = Math.min(whole.scale * MOST_ZOOM, Math.max(whole.scale / 2, view.scale * factor));
  const [dx, dy] = [at.x - size.width / 2, at.y - size.height / 2];
  return { scale, x: view.x + dx / view.scale - dx / scale, y: view.y + dy / view.scale - dy / scale };
}

/**
 * Shows a point in the middle with half of its neighbours around it, at 1.5 to 10 times the scale of the view that shows all
 * points.
 */
export function around(point: Point, neighbours: readonly Point[], { width, height }: Size, whole: Viewport): Viewport {
  const scales = neighbours
    .map(({ x, y }) => Math.min((0.42 * width) / Math.abs(x - point.x), (0.42 * height) / Math.abs(y - point.y)))
    .sort((a, b) => b - a);
  const scale = scales[Math.floor(scales.length / 2)] ?? 0;
  return { ...point, scale: Math.min(whole.scale * 10, Math.max(whole.scale * 1.5, scale)) };
}

/** Gives the view at a share of the way from one view to another. Equal shares zoom by equal factors. */
export function between(from: Viewport, to: Viewport, share: number): Viewport {
  const mix = (a: number, b: number) => a + (b - a) * share;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), scale: from.scale * (to.scale / from.scale) ** share };
}
