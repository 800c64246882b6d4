import { describe, expect, test } from "vitest";
import { threadsOf } from "./threads-of.js";

describe("threadsOf(wanted, lanes, cores)", () => {
  test("are as many as have a core and a lane of their own", () => {
    expect(threadsOf(undefined, 8, 2)).toEqual({ threads: 2 });
    expect(threadsOf(undefined, 8, 1)).toEqual({ threads: 1 });
    expect(threadsOf(undefined, 1, 64)).toEqual({ threads: 1 });
  });

  test("are fewer where fewer are asked for", () => {
    expect(threadsOf(1, 8, 8)).toEqual({ threads: 1 });
    expect(threadsOf(2, 8, 2)).toEqual({ threads: 2 });
  });

  test("are no more than are of use, which is told", () => {
    expect(threadsOf(3, 8, 2)).toMatchInlineSnapshot(`
      {
        "remark": "--threads 3: more than 2 would not help with 2 cores; training with 2",
        "threads": 2,
      }
    `);
    expect(threadsOf(2, 8, 1)).toMatchInlineSnapshot(`
      {
        "remark": "--threads 2: more than 1 would not help with 1 core; training with 1",
        "threads": 1,
      }
    `);
    expect(threadsOf(8, 1, 64)).toMatchInlineSnapshot(`
      {
        "remark": "--threads 8: more than 1 would not help with 1 lane; training with 1",
        "threads": 1,
      }
    `);
  });
});
