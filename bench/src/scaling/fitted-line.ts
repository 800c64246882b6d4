/** `constant + slope · x` */
export interface Line {
  readonly constant: number;
  readonly slope: number;
}

/**
 * The line with the least squared relative errors, `Σ ((constant + slope · x − y) / y)²`: a large cost is not to weigh more
 * than a small one. Costs are not negative: where the constant or the slope of that line would be, the best line without it.
 *
 * @param points - pairs of x and y, y above 0
 * @throws RangeError for fewer than two different x
 */
export function fittedLine(points: readonly (readonly [x: number, y: number])[]): Line {
  let [weights, x1, x2, y1, xy] = [0, 0, 0, 0, 0];
  for (const [x, y] of points) {
    const weight = 1 / y ** 2;
    weights += weight;
    x1 += weight * x;
    x2 += weight * x * x;
    y1 += weight * y;
    xy += weight * x * y;
  }
  const determinant = weights * x2 - x1 * x1;
  if (!(determinant > 1e-12 * weights * x2)) {
    const different = new Set(points.map(([x]) => x)).size;
    throw new RangeError(`fittedLine: ${points.length} points at ${different} different x; a line needs two`);
  }
  const slope = (weights * xy - x1 * y1) / determinant;
  const constant = (y1 - slope * x1) / weights;
  if (constant < 0) return { constant: 0, slope: xy / x2 };
  if (slope < 0) return { constant: y1 / weights, slope: 0 };
  return { constant, slope };
}
