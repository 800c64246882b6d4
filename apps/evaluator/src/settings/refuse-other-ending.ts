import { wrongUse } from "@wordloom/terminal";

/** @throws CommanderError for a report whose name has an ending, and not that of a page: whoever opens it would be misled */
export function refuseOtherEnding(path: string): void {
  const [ending] = /\.[^./\\]+$/.exec(path) ?? [];
  if (ending === undefined || /^\.x?html?$/i.test(ending)) return;
  throw wrongUse(`--report writes a page, and ${path} ends in ${ending}; name it .html`);
}
