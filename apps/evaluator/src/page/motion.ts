/** An animation of the map, one movement at a time. */
export interface Motion {
  /** Calls `step` with shares that rise to 1, slowly at both ends. A new movement ends the one before. */
  move(step: (share: number) => void): void;
  /** Ends a movement, because the user has taken hold of the map. */
  stop(): void;
}

/** Milliseconds of a movement. */
const MOVE_TIME = 450;

/**
 * Makes an animation. If the user prefers reduced motion, it jumps to the end.
 *
 * @param redraw - called after each step
 */
export function motionOf(redraw: () => void): Motion {
  let moves = 0;
  return {
    move(step) {
      moves++;
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
        step(1);
        redraw();
        return;
      }
      const own = moves;
      const start = performance.now();
      const tick = (now: number) => {
        if (own !== moves) return;
        const time = Math.min(1, Math.max(0, (now - start) / MOVE_TIME));
        step(time < 0.5 ? 4 * time ** 3 : 1 - 4 * (1 - time) ** 3);
        redraw();
        if (time < 1) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    },
    stop() {
      moves++;
    },
  };
}
