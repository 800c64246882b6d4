import { describe, expect, test } from "vitest";
import { command } from "./command.js";
import { subcommand } from "./subcommand.js";

/** What ran, with its arguments and options; or the message of what was thrown. */
async function ran(...args: readonly string[]): Promise<unknown> {
  const calls: unknown[] = [];
  const program = command("greeter", "Greets.", "1.2.3")
    .argument("<name>")
    .option("--times <n>", "how often")
    .action((name, options) => {
      calls.push(["greeter", name, options]);
    });
  subcommand(program, "part", "Says goodbye.")
    .argument("<name>")
    .option("--times <n>", "how often")
    .option("--quiet", "not a word")
    .action((name, options) => {
      calls.push(["part", name, options]);
    });
  return program.parseAsync(args, { from: "user" }).then(
    () => calls,
    ({ message }) => message,
  );
}

describe("subcommand(program, name, description)", () => {
  test("leaves the program its own arguments and options", async () => {
    expect(await ran("moon", "--times", "2")).toEqual([["greeter", "moon", { times: "2" }]]);
  });

  test("takes the options after its name for its own", async () => {
    expect(await ran("part", "moon", "--times", "2", "--quiet", "--debug")).toEqual([
      ["part", "moon", { times: "2", quiet: true, debug: true }],
    ]);
  });

  test("refuses options of the program before its name, but --debug", async () => {
    expect(await ran("--times", "2", "part", "moon")).toMatchInlineSnapshot(
      `"--times comes before part; the options of a command come after its name"`,
    );
    expect(await ran("--debug", "part", "moon")).toEqual([["part", "moon", {}]]);
  });

  test("has no option of the program", async () => {
    expect(await ran("part", "moon", "--time", "2")).toMatchInlineSnapshot(`
      "error: unknown option '--time'
      (Did you mean --times?)"
    `);
  });
});
