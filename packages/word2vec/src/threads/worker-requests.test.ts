import { describe, expect, test } from "vitest";
import { conversation } from "./worker-requests.js";

describe("conversation(send)", () => {
  test("gives each question its answer", async () => {
    const sent: unknown[] = [];
    const { ask, hear } = conversation((question) => sent.push(question));
    for (const n of [1, 2]) {
      const answer = ask(n);
      hear({ answer: 10 * n });
      expect(await answer).toBe(10 * n);
    }
    expect(sent).toEqual([1, 2]);
  });

  test("rejects what is asked and all that comes after, for the first reason, and sends no more", async () => {
    const sent: unknown[] = [];
    const { ask, hear, end } = conversation((question) => sent.push(question));
    const answer = ask(1);
    hear({ error: "Error: planted" });
    end(new Error("its exit"));
    await expect(answer).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: train: a thread has died (Error: planted); the run is lost. Is there enough memory?]`,
    );
    await expect(ask(2)).rejects.toThrow("Error: planted");
    expect(sent).toEqual([1]);
  });

  test("leaves no rejection to anybody where nothing is asked", async () => {
    const { ask, end } = conversation(() => {});
    end(new Error("planted"));
    await new Promise((resolve) => setTimeout(resolve));
    await expect(ask(1)).rejects.toThrow("planted");
  });
});
