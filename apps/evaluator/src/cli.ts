#!/usr/bin/env node
import { command, run, wholeNumber } from "@wordloom/terminal";
import packageJson from "../package.json" with { type: "json" };
import { type AnalogyWords, analogyWords } from "./analogy-words.js";
import type { EvaluateOptions } from "./evaluate.js";

const append = (value: string, values: readonly string[] = []) => [...values, value];
const appendAnalogy = (value: string, values: readonly AnalogyWords[] = []) => [...values, analogyWords(value)];

const program = command("evaluator", "Asks word vectors questions. Without options, the book's.", packageJson.version)
  .argument("<vectors>", "a word2vec file, text or binary, or a folder with vectors.bin or vectors.txt")
  .option("--similar <words>", "neighbours of words, separated by commas (repeatable)", append)
  .option("--analogy <a:b::c>", "what is to c as b is to a? (repeatable)", appendAnalogy)
  .option("--analogies <file>", "score the questions of a file in Google's format (repeatable)", append)
  .option("--pairs <file>", "score the word pairs of a file (repeatable)", append)
  .option("--top <n>", "answers to each question", wholeNumber(), 5)
  .option("--restrict <n>", "look at the first n rows only (default: all; 300,000 for files)", wholeNumber())
  .option("--json", "print one JSON object")
  .option("--quiet", "report nothing on stderr but errors")
  .addHelpText(
    "after",
    `
Examples:
  evaluator vectors.bin
  evaluator vectors.bin --similar king,queen --top 10
  evaluator vectors.bin --analogy king:man::queen --json
  evaluator vectors.bin --analogies questions-words.txt --pairs ws353.txt`,
  )
  .action(async (vectors: string, options: EvaluateOptions) => {
    // Whoever asks for help does not wait for the rest to load.
    const { evaluate } = await import("./evaluate.js");
    await evaluate(vectors, options);
  });

await run(program);
