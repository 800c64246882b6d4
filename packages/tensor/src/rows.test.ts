import { idsIn, tensors } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gatherRows, scatterAddRows } from "./gather-rows.js";
import { meanRows, scatterAddMeanRows } from "./mean-rows.js";
import { type Parameter, parameter } from "./parameter.js";
import { rowDots, rowDotsBackward } from "./row-dots.js";
import { NO_ROW } from "./row-ids.js";
import { ids, matrix, zeros } from "./tensor.js";

const table = (): Parameter =>
  parameter(
    "W",
    matrix(
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      "f64",
    ),
  );

describe("gatherRows(table, ids)", () => {
  test("picks rows in the order of the ids, in their shape", () => {
    expect(gatherRows(table(), ids([2, 1], [2, 0]))).toEqual({ shape: [2, 1, 2], data: Float64Array.of(5, 6, 1, 2) });
  });

  test("names an id outside the table and its place", () => {
    expect(() => gatherRows(table(), ids([2, 2], [0, 1, 3, 2]))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: gatherRows: id 3 at [1, 0] is outside the 3 rows of "W"; was the corpus encoded with this vocabulary?]`,
    );
    expect(() => gatherRows(table(), ids([1], [-1]))).toThrow("id -1 at [0]");
  });
});

describe("scatterAddRows(table, ids, dRows)", () => {
  test("gives a repeated id the sum, and touches what it names", () => {
    const W = table();
    scatterAddRows(
      W,
      ids([3], [2, 0, 2]),
      matrix(
        [
          [1, 1],
          [10, 20],
          [2, 3],
        ],
        "f64",
      ),
    );
    expect(W.grad).toEqual(
      matrix(
        [
          [10, 20],
          [0, 0],
          [3, 4],
        ],
        "f64",
      ),
    );
    expect([...W.touchedRows.rows.subarray(0, W.touchedRows.count)]).toEqual([2, 0]);
  });

  test("is the transpose of gatherRows: ⟨gather(W), d⟩ = ⟨W, scatter(d)⟩", () => {
    fc.assert(
      fc.property(tensors([4, 3]), idsIn(4, [2, 3]), tensors([2, 3, 3]), (value, rows, d) => {
        const W = parameter("W", value);
        scatterAddRows(W, rows, d);
        expect(inner(W.value.data, W.grad.data)).toBe(inner(gatherRows(W, rows).data, d.data));
      }),
    );
  });
});

describe("meanRows(table, ids)", () => {
  test("averages the rows of each line", () => {
    expect(meanRows(table(), ids([2, 2], [0, 2, 1, 1]))).toEqual(
      matrix(
        [
          [3, 4],
          [3, 4],
        ],
        "f64",
      ),
    );
  });

  test("divides by the rows that are there", () => {
    expect(meanRows(table(), ids([1, 3], [NO_ROW, 2, NO_ROW]))).toEqual(matrix([[5, 6]], "f64"));
  });

  test("refuses a line without rows, ids that are no lines, and strangers", () => {
    expect(() => meanRows(table(), ids([2, 1], [0, NO_ROW]))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: meanRows: line 1 of the ids names no row; leave such examples out of the batch]`,
    );
    expect(() => meanRows(table(), ids([2], [0, 1]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: meanRows: ids must be [B, C], their shape is [2]]`,
    );
    expect(() => meanRows(table(), ids([1, 1], [-2]))).toThrow("id -2 at [0, 0] is outside the 3 rows");
  });
});

describe("scatterAddMeanRows(table, ids, dMean)", () => {
  test("gives each occurrence 1/n of the gradient", () => {
    const W = table();
    scatterAddMeanRows(
      W,
      ids([2, 3], [1, 1, 0, NO_ROW, 2, NO_ROW]),
      matrix(
        [
          [3, 6],
          [5, 7],
        ],
        "f64",
      ),
    );
    expect(W.grad).toEqual(
      matrix(
        [
          [1, 2],
          [2, 4],
          [5, 7],
        ],
        "f64",
      ),
    );
  });
});

describe("rowDots(table, ids, hidden)", () => {
  // The reference's worked example: W = arange(21) in 7 rows, h = its first three rows.
  const W = parameter("W", { shape: [7, 3], data: Float64Array.from({ length: 21 }, (_, i) => i) });
  const hidden = { shape: [3, 3], data: W.value.data.slice(0, 9) };

  test("multiplies one row for each hidden vector: [5, 122, 86]", () => {
    expect(rowDots(W, ids([3], [0, 3, 1]), hidden)).toEqual({ shape: [3], data: Float64Array.of(5, 122, 86) });
  });

  test("multiplies K rows for each hidden vector", () => {
    const out = rowDots(W, ids([3, 2], [0, 1, 3, 3, 1, 0]), hidden);
    expect(out).toEqual(
      matrix(
        [
          [5, 14],
          [122, 122],
          [86, 23],
        ],
        "f64",
      ),
    );
  });

  test("names what does not fit", () => {
    expect(() => rowDots(W, ids([2], [0, 1]), hidden)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: rowDots: hidden is [3, 3], expected [2, 3]]`,
    );
    expect(() => rowDots(W, ids([1, 1, 1], [0]), hidden)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: rowDots: ids must be [B] or [B, K], their shape is [1, 1, 1]]`,
    );
    expect(() => rowDots(W, ids([1], [0]), zeros([1, 3]))).toThrow("one operand is f64, another f32");
  });
});

describe("ids of the way back", () => {
  test("are checked as on the way there, since kernels trust them", () => {
    const [stray, one] = [ids([1, 1], [3]), matrix([[1, 2]], "f64")];
    expect(() => scatterAddRows(table(), ids([1], [3]), one)).toThrow("scatterAddRows: id 3 at [0] is outside");
    expect(() => scatterAddMeanRows(table(), stray, one)).toThrow("scatterAddMeanRows: id 3 at [0, 0] is outside");
    const dOut = matrix([[1]], "f64");
    expect(() => rowDotsBackward(table(), stray, one, dOut)).toThrow("rowDotsBackward: id 3 at [0, 0] is outside");
    const short = { shape: [1, 2], data: Int32Array.of(1) };
    expect(() => meanRows(table(), short)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: meanRows: shape [1, 2] holds 2 numbers, the data has 1]`,
    );
  });
});

describe("rowDotsBackward(table, ids, hidden, dOut)", () => {
  const rows = (): Parameter =>
    parameter("W", { shape: [7, 3], data: Float64Array.from({ length: 21 }, (_, i) => Math.floor(i / 3)) });

  test("gives the book's gradients for two examples", () => {
    const W = rows();
    const hidden = matrix(
      [
        [3, 4, 5],
        [6, 7, 8],
      ],
      "f64",
    );
    const dHidden = rowDotsBackward(W, ids([2], [1, 2]), hidden, { shape: [2], data: Float64Array.of(3, 4) });
    expect(dHidden).toEqual(
      matrix(
        [
          [3, 3, 3],
          [8, 8, 8],
        ],
        "f64",
      ),
    );
    expect(W.grad).toEqual(
      matrix(
        [
          [0, 0, 0],
          [9, 12, 15],
          [24, 28, 32],
          [0, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
        "f64",
      ),
    );
  });

  test("adds where an id is repeated within a line", () => {
    const W = rows();
    const dHidden = rowDotsBackward(W, ids([1, 2], [1, 1]), matrix([[3, 4, 5]], "f64"), matrix([[3, 4]], "f64"));
    expect(dHidden).toEqual(matrix([[7, 7, 7]], "f64"));
    expect([...W.grad.data.subarray(3, 6)]).toEqual([21, 28, 35]);
  });
});

function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
