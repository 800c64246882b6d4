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
const QUIET = ["--quiet", "report only errors on stderr"] as const;

/** Declares the command line of `evaluator`. The code of a command is loaded only when the command starts. */
export function program(): Command {
  const evaluator = command(
    "evaluator",
    "Asks word vectors questions. Without options it asks the questions of the book.",
    packageJson.version,
  )
    .argument("<vectors>", VECTORS, path)
    .option("--similar <words>", "the neighbours of words, with commas between them (repeatable)", append)
    .option("--analogy <a:b::c>", "what is to c as b is to a? (repeatable)", appendAnalogy);
  scoringOptions(evaluator)
    .option("--top <n>", "answers to each question", wholeNumber(), 5)
    .option("--report <file.html>", "write a page with scores, neighbours and a map of the words", path)
    .option("--map <layout>", "layout of the map: pca; umap adds a second layout", oneOf(["pca", "umap"]), "pca")
    .option("--map-words <n>", "most frequent words on the map", wholeNumber({ atMost: 20_000 }), 2000);
  readingOptions(evaluator)
    .option("--json", "print everything as one JSON object")
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
  const prompt = subcommand(evaluator, "prompt", "Answers questions line by line, such as king - man + woman.")
    .argument("<vectors>", VECTORS, path)
    .option("--top <n>", "answers to each question", wholeNumber(), 10)
    .option("--restrict <n>", "use only the first n rows (default: all)", wholeNumber());
  readingOptions(prompt)
    .option("--json", "answer in JSON, one object for each line")
    .option(...QUIET)
    .action(async (vectors: string, options: PromptCommandOptions) => {
      const { prompt } = await import("./commands/prompt.js");
      await prompt(vectors, options);
    });
}

function compareCommand(evaluator: Command): void {
  const compare = subcommand(evaluator, "compare", "Says which of two vectors is better: differences, with intervals.")
    .argument("<a>", VECTORS, path)
    .argument("<b>", "the vectors to compare with", path);
  scoringOptions(compare)
    .option("--limit <n>", "read only the first n rows", wholeNumber())
    .option("--json", "print everything as one JSON object")
    .option(...QUIET)
    .action(async (a: string, b: string, options: CompareOptions) => {
      const { compare } = await import("./commands/compare.js");
      await compare(a, b, options);
    });
}

function convertCommand(evaluator: Command): void {
  const convert = subcommand(evaluator, "convert", "Writes vectors in another format, and measures what that loses.")
    .argument("<in>", `${VECTORS}; - for stdin`, path)
    .argument("<out>", "a file; FOLDER/ for Model2Vec's layout; - for stdout", path)
    .option("--to <format>", `${TARGETS.join(", ")} (default: by the ending of OUT)`, oneOf(TARGETS))
    .option(
      "--numbers <type>",
      `${NUMBERS.join(", ")}; int8 is a byte for each number and a scale for each row`,
      oneOf(NUMBERS),
      "f32",
    )
    .option("--no-check", "do not read the file back");
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

/** Adds the options that say how vectors are read. */
function readingOptions(command: Command): Command {
  return command
    .option("--from <format>", `${FORMATS.join(", ")} (default: by the content)`, oneOf(FORMATS))
    .option("--limit <n>", "read only the first n rows", wholeNumber())
    .option("--list <file>", "the file with the words, if the vectors file has only numbers", path)
    .option("--list-header <yes|no>", "line 1 of --list has the names of columns (default: by the content)", yesOrNo)
    .option(
      "--list-column <n>",
      'the column of --list with the words, from 1; "line": whole lines (default: by the content)',
      listColumn,
    )
    .option("--tensor <name>", "the tensor to read from a safetensors file")
    .option("--skip-duplicates", "skip words that come again (default: refuse the file)")
    .option("--trust", "read a binary file whose words seem to have spaces; cut each word at its first space");
}

/** Adds the options that say what is scored, and by which rules. */
function scoringOptions(command: Command): Command {
  return command
    .option(
      "--analogies <path>",
      "score analogy questions: a file or a folder from Google, MSR, GloVe or BATS (repeatable)",
      appendPath,
    )
    .option("--pairs <path>", "score word pairs: a file, or a folder of files (repeatable)", appendPath)
    .option(
      "--analogy-lines <kind>",
      "lines of --analogies files without sections: questions, pairs (default: by the content)",
      oneOf(["questions", "pairs"]),
    )
    .option(
      "--pair-columns <a,b,score>",
      "columns of --pairs, by name or number (default: by header and content)",
      pairColumns,
    )
    .option(
      "--protocol <name>",
      `the rules of scoring: ${PROTOCOLS.join(", ")} (repeatable; default: gensim)`,
      appendProtocol,
    )
    .option("--restrict <n>", "use only the first n rows (default: all, or what the protocol says)", wholeNumber())
    .option("--case-sensitive", "treat King and king as different words")
    .option("--unknown <how>", "count questions with unknown words as: skip, wrong", oneOf(["skip", "wrong"]), "skip")
    .option("--resamples <n>", "resamples of the bootstrap; 0: no intervals", resamples, 2000)
    .option("--confidence <x>", "confidence of the intervals", decimal({ above: 0, below: 1 }), 0.95)
    .option("--seed <n>", "the same seed gives the same intervals", wholeNumber({ atLeast: 0 }), 1);
}

function yesOrNo(text: string): boolean {
  return oneOf(["yes", "no"])(text) === "yes";
}

function listColumn(text: string): number | "line" {
  return text === "line" ? text : wholeNumber()(text);
}

/** Fewer than a hundred resamples give no useful percentiles. */
const resamples = wholeNumber({ atLeast: 100, orZero: true });

const EXAMPLES = `
Put a word in double quotes, as in JSON, if it has a comma, a colon, a quote, or
a blank at an end; or give a JSON list of words. The shell needs quotes around
that.

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
