import { expect, test } from "vitest";
import { runNote } from "./run-note.js";

test("runNote(note) says what the engine says in the program's flags, and not the library's name", () => {
  const kind = "one-thread" as const;
  expect(runNote({ kind, message: "train: one thread, not 2, and the same bits" })).toEqual({
    kind,
    message: "one thread, not 2, and the same bits",
  });
  expect(runNote({ kind, message: "train: negatives: 3 is the most; train: is said once" }).message).toBe(
    "--negatives 3 is the most; train: is said once",
  );
});
