import { command, decimal, oneOf, path, subcommand, wholeNumber } from "@wordloom/terminal";
import packageJson from "../package.json" with { type: "json" };
import type { CompareOptions } from "./commands/compare.js";
import type { ConvertOptions } from "./commands/convert.js";
import type { EvaluateOptions } from "./commands/evaluate.js";
import type { PromptCommandOptions } from "./commands/prompt.js";
import { FORMATS, NUMBERS, TARGETS } from "./conversion/targets.js";
import { PROTOCOLS, type Protocol } from "./evaluation/scoring.js";
import { pairColumns } from "./test-sets/pair-columns.js";
import { type AnalogyWords, analogyWords } from "./words/analogy-words.js";

type Command = ReturnType<typeof command>;

const append = (value: string, values: readonly string[] = []) => [...values, value];
const appendPath = (value: string, values: readonly string[] = []) => [...values, path(value)];
const appendAnalogy = (value: string, values: readonly AnalogyWords[] = []) => [...values, analogyWords(value)];
const appendProtocol = (value: string, values: readonly Protocol[] = []) => [...values, oneOf(PROTOCOLS)(value)];

const VECTORS = "a vectors file of any known format, or a folder with one";
const QUIET = ["--quiet", "report nothing on stderr but errors"] as const;

/** The command line of `evaluator`; whoever asks for help does not wait for the rest to load. */
export function program(): Command {
  const evaluator = command(
    "evaluator",
    "Asks word vectors questions. Without options, the book's.",
    packageJson.version,
  )
    .argument("<vectors>", VECTORS, path)
    .option("--similar <words>", "neighbours of words, parted by commas (repeatable)", append)
    .option("--analogy <a:b::c>", "what is to c as b is to a? (repeatable)", appendAnalogy);
  scoringOptions(evaluator)
    .option("--top <n>", "answers to each question", wholeNumber(), 5)
    .option("--report <file.html>", "write a page: scores, neighbours, a map of the words", path)
    .option("--map <layout>", "of the report: pca, or umap as well", oneOf(["pca", "umap"]), "pca")
    .option("--map-words <n>", "the most frequent words, so many", wholeNumber({ atMost: 20_000 }), 2000);
  readingOptions(evaluator)
    .option("--json", "print one JSON object, with all there is")
    .option(...QUIET)
    .addHelpText("after", EXAMPLES)
    .action(async (vectors: string, options: EvaluateOptions) => {
      const { evaluate } = await import("./commands/evaluate.js");
      await evaluate(vectors, options);
    });
  promptCommand(evaluator);
  compareCommand(evaluator);
  convertCommand(evaluator);
  return evaluator;
}

function promptCommand(evaluator: Command): void {
  const prompt = subcommand(evaluator, "prompt", "Answers questions line by line: king - man + woman.")
    .argument("<vectors>", VECTORS, path)
    .option("--top <n>", "answers to each question", wholeNumber(), 10)
    .option("--restrict <n>", "look at the first n rows only (default: all)", wholeNumber());
  readingOptions(prompt)
    .option("--json", "answer in JSON, one object a line")
    .option(...QUIET)
    .action(async (vectors: string, options: PromptCommandOptions) => {
      const { prompt } = await import("./commands/prompt.js");
      await prompt(vectors, options);
    });
}

function compareCommand(evaluator: Command): void {
  const compare = subcommand(evaluator, "compare", "Which of two is better? Differences, with intervals.")
    .argument("<a>", VECTORS, path)
    .argument("<b>", "the same", path);
  scoringOptions(compare)
    .option("--limit <n>", "read the first n rows only", wholeNumber())
    .option("--json", "print one JSON object, with all there is")
    .option(...QUIET)
    .action(async (a: string, b: string, options: CompareOptions) => {
      const { compare } = await import("./commands/compare.js");
      await compare(a, b, options);
    });
}

function convertCommand(evaluator: Command): void {
  const convert = subcommand(evaluator, "convert", "Writes vectors in another form, and says what that loses.")
    .argument("<in>", `${VECTORS}; - for stdin`, path)
    .argument("<out>", "a file; FOLDER/ for Model2Vec's layout; - for stdout", path)
    .option("--to <format>", `${TARGETS.join(", ")} (default: by the ending of OUT)`, oneOf(TARGETS))
    .option("--numbers <type>", `${NUMBERS.join(", ")}: a byte a number, a scale a row`, oneOf(NUMBERS), "f32")
    .option("--no-check", "do not read back what was written");
  readingOptions(convert);
  scoringOptions(convert)
    .option("--json", "print one JSON object")
    .option(...QUIET)
    .addHelpText("after", CONVERT_EXAMPLES)
    .action(async (from: string, to: string, options: ConvertOptions) => {
      const { convert } = await import("./commands/convert.js");
      await convert(from, to, options);
    });
}

/** How vectors are read. */
function readingOptions(command: Command): Command {
  return command
    .option("--from <format>", `${FORMATS.join(", ")} (default: by the content)`, oneOf(FORMATS))
    .option("--limit <n>", "read the first n rows only", wholeNumber())
    .option("--list <file>", "the words of a file that has numbers alone", path)
    .option("--list-header <yes|no>", "whether its line 1 has the names of columns (default: by the content)", yesOrNo)
    .option("--list-column <n>", 'its column with the words, from 1, or "line" (default: by the content)', listColumn)
    .option("--tensor <name>", "which tensor of a safetensors file")
    .option("--skip-duplicates", "pass over words that come again, rather than refuse the file")
    .option("--trust", "read a binary file in which words seem to have spaces, cut at the first of each");
}

/** What is scored, and by whose rules. */
function scoringOptions(command: Command): Command {
  return command
    .option(
      "--analogies <path>",
      "score questions: a file or a folder of Google's, MSR's, GloVe's or BATS's (repeatable)",
      appendPath,
    )
    .option("--pairs <path>", "score the word pairs of a file, or of those in a folder (repeatable)", appendPath)
    .option(
      "--analogy-lines <kind>",
      "of files without sections: questions, pairs (default: by the content)",
      oneOf(["questions", "pairs"]),
    )
    .option("--pair-columns <a,b,score>", "of pairs, by name or number (default: by header and content)", pairColumns)
    .option("--protocol <name>", `${PROTOCOLS.join(", ")} (repeatable; default: gensim)`, appendProtocol)
    .option("--restrict <n>", "look at the first n rows only (default: all, or the protocol's)", wholeNumber())
    .option("--case-sensitive", "words in other capitals are other words")
    .option("--unknown <how>", "questions with unknown words: skip, wrong", oneOf(["skip", "wrong"]), "skip")
    .option("--resamples <n>", "of the bootstrap; 0: no intervals", resamples, 2000)
    .option("--confidence <x>", "of the intervals", decimal({ above: 0, below: 1 }), 0.95)
    .option("--seed <n>", "the same seed gives the same intervals", wholeNumber({ atLeast: 0 }), 1);
}

function yesOrNo(text: string): boolean {
  return oneOf(["yes", "no"])(text) === "yes";
}

function listColumn(text: string): number | "line" {
  return text === "line" ? text : wholeNumber()(text);
}

/** Fewer than a hundred have no percentiles to speak of. */
const resamples = wholeNumber({ atLeast: 100, orZero: true });

const EXAMPLES = `
A word stands in quotes, those of JSON, if it has a comma, a colon, a quote or a
blank at an end; or words make a JSON list. A shell needs quotes around that.

Examples:
  evaluator vectors.bin
  evaluator vectors.bin --similar king,queen --top 10
  evaluator vectors.bin --analogy king:man::queen --json
  evaluator vectors.bin --similar '"10,000","New York"' --analogy '"a:b":c::d'
  evaluator vectors.bin --similar '["10,000", "New York"]'
  evaluator vectors.bin --analogies questions-words.txt --pairs word-sim
  evaluator vectors.bin --report report.html --map umap
  evaluator prompt vectors.bin
  evaluator compare old.bin new.bin --analogies questions-words.txt
  evaluator convert vectors.bin vectors.safetensors --numbers int8`;

const CONVERT_EXAMPLES = `
Examples:
  evaluator convert glove.6B.300d.txt.gz glove.bin --limit 100000
  evaluator convert vectors.bin vectors.safetensors --numbers int8
  evaluator convert vectors.bin model/ --numbers f16
  evaluator convert vectors.bin small.npy --numbers f16 --pairs word-sim
  curl -s URL/vectors.vec.gz | evaluator convert - vectors.bin`;
