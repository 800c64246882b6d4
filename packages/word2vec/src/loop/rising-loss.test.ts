import { corpusFromText } from "@wordloom/data";
import { expect, test } from "vitest";
import type { TrainingNote } from "../threads/training-note.js";
import { train } from "../train.js";
import { risingLoss } from "./rising-loss.js";

test("risingLoss(caller, losses, learningRate) tells a loss that has risen, and not one that wavers", () => {
  expect(risingLoss("train", [2], 0.1)).toBeUndefined();
  expect(risingLoss("train", [2, 1.9], 0.1)).toBeUndefined();
  expect(risingLoss("train", [2, 1.9, 1.91], 0.1)).toBeUndefined();
  expect(risingLoss("train", [2, 1.9, 2.5], 0.1)).toEqual({
    kind: "rising-loss",
    message:
      "train: the loss has risen from 1.900 in epoch 2 to 2.500 in epoch 3; the learning rate, 0.1 at the start, may be too high",
  });
});

test("train tells of a loss that rises while it runs", async () => {
  const corpus = corpusFromText("the old man and the sea is a book of the sea by him\n".repeat(300));
  const notes: TrainingNote[] = [];
  const onNote = (note: TrainingNote) => void notes.push(note);
  const options = { dimension: 20, epochs: 6, subsample: 0, onNote };
  await train(corpus, { ...options, learningRate: 0.02 });
  expect(notes).toEqual([]);
  await train(corpus, { ...options, learningRate: 0.8, endLearningRate: 0.8 });
  expect(notes[0]).toMatchObject({ kind: "rising-loss" });
});
