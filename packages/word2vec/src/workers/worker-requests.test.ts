import { describe, expect, test } from "vitest";
import { workerRequests } from "./worker-requests.js";

describe("workerRequests(send)", () => {
  test("gives each request its answer", async () => {
    const sent: unknown[] = [];
    const { request, receive } = workerRequests((content) => sent.push(content));
    for (const n of [1, 2]) {
      const answer = request(n);
      receive({ answer: 10 * n });
      expect(await answer).toBe(10 * n);
    }
    expect(sent).toEqual([1, 2]);
  });

  test("rejects what is requested and all that comes after, for the first reason, and sends no more", async () => {
    const sent: unknown[] = [];
    const { request, receive, fail } = workerRequests((content) => sent.push(content));
    const answer = request(1);
    receive({ error: "Error: planted" });
    fail(new Error("its exit"));
    await expect(answer).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: train: a thread has died (Error: planted); the run is lost. Is there enough memory?]`,
    );
    await expect(request(2)).rejects.toThrow("Error: planted");
    expect(sent).toEqual([1]);
  });

  test("leaves no rejection to anybody where nothing is requested", async () => {
    const { request, fail } = workerRequests(() => {});
    fail(new Error("planted"));
    await new Promise((resolve) => setTimeout(resolve));
    await expect(request(1)).rejects.toThrow("planted");
  });
});
