import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zeros } from "../tensors/tensor.js";
import { parameter, rowLength, touchAllRows, touchRow, zeroGradients } from "./parameter.js";

describe("parameter(name, value)", () => {
  test("starts with a gradient of zero and no touched row", () => {
    const { grad, touchedRows } = parameter("W", zeros([3, 2], "f64"));
    expect(grad).toEqual(zeros([3, 2], "f64"));
    expect(touchedRows.count).toBe(0);
  });

  test("counts the numbers of a row over all axes but the first", () => {
    expect(rowLength(parameter("W", zeros([3, 2, 5])))).toBe(10);
    expect(rowLength(parameter("b", zeros([3])))).toBe(1);
  });
});

describe("touchRow(parameter, row)", () => {
  test("lists each row once, in the order in which they came", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4)), (rows) => {
        const table = parameter("W", zeros([5, 1]));
        for (const row of rows) touchRow(table, row);
        const { touchedRows } = table;
        expect([...touchedRows.rows.subarray(0, touchedRows.count)]).toEqual([...new Set(rows)]);
        expect([...touchedRows.isMember]).toEqual([0, 1, 2, 3, 4].map((row) => (rows.includes(row) ? 1 : 0)));
      }),
    );
  });
});

describe("zeroGradients(parameters)", () => {
  test("clears touched rows and forgets them", () => {
    const table = parameter("W", zeros([3, 2]));
    table.grad.data.set([1, 2, 3, 4, 5, 6]);
    touchAllRows(table);
    zeroGradients([table]);
    expect(table.grad).toEqual(zeros([3, 2]));
    expect(table.touchedRows.count).toBe(0);
    expect(table.touchedRows.isMember).toEqual(new Uint8Array(3));
  });

  test("visits no other row, which is what keeps a step from costing V · D", () => {
    const table = parameter("W", zeros([3, 2]));
    table.grad.data.set([1, 2, 3, 4, 5, 6]);
    touchRow(table, 1);
    zeroGradients([table]);
    expect([...table.grad.data]).toEqual([1, 2, 0, 0, 5, 6]);
  });
});
