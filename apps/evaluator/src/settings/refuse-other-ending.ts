import { wrongUse } from "@wordloom/terminal";

/**
 * Checks that the name of a report ends in `.html` or has no ending. Another ending would mislead whoever opens it.
 *
 * @throws CommanderError if it has another ending
 */
export function refuseOtherEnding(path: string): void {
  const [ending] = /\.[^./\\]+$/.exec(path) ?? [];
  if (ending === undefined || /^\.x?html?$/i.test(ending)) return;
  throw wrongUse(`--report writes a page, and ${path} ends in ${ending}; name it .html`);
}
