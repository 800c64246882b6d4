import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace.js";

/** A command that a page tells to type. */
export interface ShellCommand {
  /** The folder in which the page lies, relative to the root. */
  readonly folder: string;
  /** The program, and what is given to it. */
  readonly words: readonly string[];
}

/** Commands that prose may name. */
const ours = /^(?:\w+=\S+ )?(?:npx|pnpm|npm|node|evaluator|ptb-trainer) /;

/**
 * The commands of a page: the lines of its blocks of `sh`, those behind a `$` in its blocks of `text`, and what looks like
 * one of ours in its prose, as code or indented.
 */
export function shellCommandsIn(page: string): ShellCommand[] {
  const text = readFileSync(join(root, page), "utf8");
  const prose = text.replace(/^```.*?^```$/gms, "");
  const lines = [
    ...[...text.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block]) => block.split("\n")),
    ...[...text.matchAll(/^\$ (.*)$/gm)].map(([, line]) => line),
    ...[...prose.matchAll(/^ {4}(\S.*)$/gm)].map(([, line]) => line).filter((line) => ours.test(line)),
    ...[...prose.matchAll(/`([^`]+)`/g)]
      .map(([, span]) => span.replaceAll("\n", " "))
      .filter((span) => ours.test(span)),
  ];
  return lines
    .flatMap((line) => line.replace(/(^| +)#.*$/, "").split(/ \| | && /))
    .map((line) =>
      line
        .replace(/ > .*$/, "")
        .replace(/^\w+=\S+ /, "")
        .trim(),
    )
    .filter((line) => line !== "")
    .map((line) => ({ folder: join(page, ".."), words: line.split(/ +/) }));
}
