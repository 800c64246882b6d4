import { createInterface } from "node:readline";
import { errorMessage, json as jsonText, printable, printableLines } from "@wordloom/terminal";
import type { WordVectors } from "@wordloom/vectors";
import { answerLine, type PromptSettings } from "./answer-line.js";
import { completeWord } from "./complete-word.js";
import { COMMANDS } from "./parse-line.js";

export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Where it is said what is wrong with a line: the output where people read it. */
  readonly errors: NodeJS.WritableStream;
}

export interface PromptOptions {
  /** Whether somebody types: lines can be edited and completed, and there is a prompt. */
  readonly isTerminal: boolean;
  /** Lines of former sessions, the last first. */
  readonly history?: readonly string[];
  /** Told each line that somebody types. */
  readonly onLine?: (line: string) => void;
  /** Answers as JSON, one object a line. */
  readonly json?: boolean;
  readonly width?: () => number;
}

/** How a session went. */
export interface PromptOutcome {
  /** Lines that could not be answered. */
  readonly failed: number;
}

const PROMPT = "> ";
const MOST_HISTORY = 1000;

/** Reads lines and answers them until there are no more. Ctrl-C drops the line; on an empty one it ends the session. */
export function promptSession(
  vectors: WordVectors,
  settings: PromptSettings,
  { input, output, errors }: PromptStreams,
  { isTerminal, history = [], onLine = () => undefined, json = false, width = () => 80 }: PromptOptions,
): Promise<PromptOutcome> {
  let current = settings;
  let failed = 0;
  const lines = createInterface({
    input,
    output,
    terminal: isTerminal,
    prompt: isTerminal ? PROMPT : "",
    history: [...history],
    historySize: MOST_HISTORY,
    removeHistoryDuplicates: true,
    completer: (text: string) => completeWord(text, vectors.words, COMMANDS),
  });
  let isOver = false;
  const answer = (line: string) => {
    try {
      const { text, json: data, settings: next, isEnd, failures = [] } = answerLine(line, vectors, current, width());
      current = next;
      if (failures.length > 0) failed++;
      for (const failure of failures) errors.write(`${printable(failure)}\n`);
      const shown = json ? (data === undefined ? "" : jsonText(data)) : text;
      if (shown !== "") output.write(`${printableLines(shown)}\n`);
      isOver = isEnd;
    } catch (error) {
      failed++;
      errors.write(`${printable(errorMessage(error))}\n`);
    }
  };
  return new Promise((resolve) => {
    lines.on("line", (line) => {
      if (isTerminal && line.trim() !== "") onLine(line);
      answer(line);
      if (isOver) lines.close();
      else if (isTerminal) lines.prompt();
    });
    lines.on("SIGINT", () => {
      if (lines.line === "") {
        lines.close();
        return;
      }
      output.write("^C\n");
      // To the end of the line, then from there to its start; that shows the prompt again.
      lines.write(null, { ctrl: true, name: "e" });
      lines.write(null, { ctrl: true, name: "u" });
    });
    lines.on("close", () => {
      if (isTerminal) output.write("\n");
      resolve({ failed });
    });
    if (isTerminal) lines.prompt();
  });
}
