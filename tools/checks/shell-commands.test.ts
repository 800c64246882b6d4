/** @module-tag slow */
import { describe, expect, test } from "vitest";
import { pages } from "./pages.js";
import { faultsOf } from "./shell-command-faults.js";
import { shellCommandsIn } from "./shell-commands.js";

const withCommands = pages
  .map((page) => ({ page, commands: shellCommandsIn(page) }))
  .filter(({ commands }) => commands.length > 0);

describe("a page", () => {
  test.concurrent.each(withCommands)("names programs and options that there are: $page", async ({ commands }) => {
    expect((await Promise.all(commands.map(faultsOf))).flat()).toEqual([]);
  });
});
