import type { Point } from "./viewport.js";

/** What the user does with the mouse or with fingers. */
export interface PointerActions {
  onPan(dx: number, dy: number): void;
  onZoom(at: Point, factor: number): void;
  onHover(at: Point | null): void;
  onTap(at: Point, kind: string): void;
}

/** A pointer that moves more than this many pixels pans. */
const SLACK = 6;

/** Listens to a canvas: one finger or the mouse pans, two fingers or the wheel zoom, and a short touch is a tap. */
export function pointers(canvas: HTMLCanvasElement, { onPan, onZoom, onHover, onTap }: PointerActions): void {
  const down = new Map<number, Point>();
  let travelled = 0;
  const place = (event: MouseEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    if (down.size === 0) travelled = 0;
    down.set(event.pointerId, place(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    const from = down.get(event.pointerId);
    const to = place(event);
    if (from === undefined) {
      if (event.pointerType === "mouse") onHover(to);
      return;
    }
    const [other] = [...down].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    travelled += Math.hypot(to.x - from.x, to.y - from.y);
    down.set(event.pointerId, to);
    if (other === undefined) {
      if (travelled > SLACK) onPan(to.x - from.x, to.y - from.y);
      return;
    }
    const [was, is] = [from, to].map((point) => Math.hypot(point.x - other.x, point.y - other.y));
    onPan((to.x - from.x) / 2, (to.y - from.y) / 2);
    if (was > 0 && is > 0) onZoom({ x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 }, is / was);
  });
  const up = (event: PointerEvent, isTap: boolean) => {
    const at = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (isTap && at !== undefined && down.size === 0 && travelled <= SLACK) onTap(at, event.pointerType);
  };
  canvas.addEventListener("pointerup", (event) => up(event, true));
  canvas.addEventListener("pointercancel", (event) => up(event, false));
  canvas.addEventListener("pointerleave", () => onHover(null));
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      // How many pixels a line or a page of a wheel is.
      const pixels = event.deltaY * [1, 16, 100][event.deltaMode];
      onZoom(place(event), Math.exp(-Math.max(-200, Math.min(200, pixels)) / 250));
    },
    { passive: false },
  );
}
