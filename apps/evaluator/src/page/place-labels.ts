import type { Point, Size } from "./viewport.js";

/** A label beside a point. */
export interface Label {
  readonly at: Point;
  /** Pixels between the point and the text. */
  readonly gap: number;
  readonly width: number;
}

/** Where a text starts, at its middle line. */
export type Place = Point;

const LINE = 16;
/** Two words with less room between them would read as one. */
const SPACE = 5;
/** The side, in pixels, of a cell of the grid in which labels look for others. */
const CELL = 48;

/**
 * Finds places for labels, right or left of their points, so that no two labels overlap. The first labels are placed first. A
 * label that has no room, or would stand outside the window, gets no place.
 *
 * @param labels - the labels, the most important first
 * @returns the place of each label, or null
 */
export function placeLabels(labels: readonly Label[], { width, height }: Size): (Place | null)[] {
  const taken = new Map<string, Box[]>();
  return labels.map(({ at, gap, width: textWidth }) => {
    for (const x of [at.x + gap, at.x - gap - textWidth]) {
      const box = { left: x, right: x + textWidth + SPACE, top: at.y - LINE / 2, bottom: at.y + LINE / 2 };
      if (box.left < 2 || x + textWidth > width - 2 || box.top < 0 || box.bottom > height) continue;
      const cells = cellsOf(box);
      if (cells.some((cell) => taken.get(cell)?.some((other) => overlap(box, other)))) continue;
      for (const cell of cells) taken.set(cell, [...(taken.get(cell) ?? []), box]);
      return { x, y: at.y };
    }
    return null;
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function cellsOf({ left, right, top, bottom }: Box): string[] {
  const cells: string[] = [];
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) cells.push(`${column} ${row}`);
  }
  return cells;
}
