import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { anyText } from "../text/fixtures/any-text.js";
import { printable } from "../text/printable.js";

// The programs run on what a user gets, so they need the build that `pnpm test` makes first.
const built = new URL("../../dist/index.js", import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), "wordloom-terminal-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { FORCE_COLOR: _, npm_lifecycle_event: __, NO_COLOR: ___, COLUMNS: ____, ...env } = process.env;

function programFile(action: string): string {
  const file = join(folder, "program.mjs");
  writeFileSync(
    file,
    `import { command, decimal, paint, print, report, run, status, subcommand, terminalWidth, wholeNumber, wrongUse } from "${built}";
     const program = command("greeter", "Greets.", "1.2.3")
       .argument("[name]", "whom to greet", "world")
       .option("--times <n>", "how often", wholeNumber(), 1)
       .option("--loudness <x>", "how loud", decimal({ above: 0, atMost: 1 }), 0.5)
       .action(async (name, options) => { ${action} });
     if (process.env.PART) {
       subcommand(program, "part", "Says goodbye.").argument("<name>").action(() => { throw wrongUse("stay"); });
     }
     await run(program);`,
  );
  return file;
}

function greeter(action: string, ...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programFile(action), ...args], {
    encoding: "utf8",
    env,
  });
  return { code: status, stdout, stderr };
}

describe("run(program)", () => {
  test("ends with 0, results on stdout and reports on stderr", () => {
    expect(greeter("report('working'); status('50 %'); print('hello ' + name)", "moon")).toEqual({
      code: 0,
      stdout: "hello moon\n",
      stderr: "working\n",
    });
  });

  test("turns an error into one line and exit code 1", () => {
    const { code, stdout, stderr } = greeter("throw new Error('no such\\n  planet')");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatchInlineSnapshot(`
      "greeter: no such\\u000a  planet
      "
    `);
  });

  test("leaves out the name of the function that threw", () => {
    expect(greeter("throw new RangeError('mostSimilar: top is 0')").stderr).toBe("greeter: top is 0\n");
    expect(greeter("throw new RangeError('train: window is 0')").stderr).toBe("greeter: window is 0\n");
    expect(greeter("throw new Error('vectors.bin: no header')").stderr).toBe("greeter: vectors.bin: no header\n");
  });

  test("writes out what a terminal would obey, in errors, in what was typed and in the stack", () => {
    expect(greeter("throw new Error('cannot read a\\u001b[31m\\u202e\\u009b.bin')").stderr).toBe(
      "greeter: cannot read a\\u001b[31m\\u202e\\u009b.bin\n",
    );
    expect(greeter("", "--ti\u001b[2J\n").stderr).toBe(
      "greeter: unknown option '--ti\\u001b[2J\\u000a'; see greeter --help\n",
    );
    expect(greeter("throw new Error('a\\n\\u001b[2Jb')", "--debug").stderr).toMatch(
      /^Error: a\\u000a\\u001b\[2Jb\n {4}at .*program\.mjs/,
    );
  });

  test("lets no text through that a terminal would obey, whatever the name of a file or a word", () => {
    const texts = fc.sample(anyText, { numRuns: 500, seed: 12 });
    writeFileSync(join(folder, "texts.json"), JSON.stringify(texts));
    const action = `
      const { readFileSync } = await import("node:fs");
      for (const text of JSON.parse(readFileSync(${JSON.stringify(join(folder, "texts.json"))}, "utf8"))) {
        report(text); print(text); print(paint("bold", text));
      }
      throw new Error(name);`;
    const { stdout, stderr } = greeter(action, texts.join("").replaceAll("\0", ""));
    // Lines of a result are its own, those of a report are one.
    expect(stderr.split("\n")).toHaveLength(texts.length + 2);
    for (const output of [stdout, stderr])
      expect(output.replaceAll("\n", "")).toBe(printable(output.replaceAll("\n", "")));
  });

  test("shows the stack with --debug", () => {
    const { code, stderr } = greeter("throw new Error('no such planet')", "--debug");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Error: no such planet\n {4}at .*program\.mjs/);
  });

  test.each([
    [["--tims", "3"], "greeter: unknown option '--tims' (Did you mean --times?); see greeter --help\n"],
    [["a", "b"], "greeter: too many arguments. Expected 1 argument but got 2: a, b; see greeter --help\n"],
    [["--times"], "greeter: option '--times <n>' argument missing; see greeter --help\n"],
    [
      ["--times", "0"],
      "greeter: option '--times <n>' argument '0' is invalid. It must be a whole number, at least 1; see greeter --help\n",
    ],
    [
      ["--loudness", "2"],
      "greeter: option '--loudness <x>' argument '2' is invalid. It must be a number, above 0 and at most 1; see greeter --help\n",
    ],
  ])("calls %j wrong use, exit code 2", (args, stderr) => {
    expect(greeter("print('not reached')", ...args)).toEqual({ code: 2, stdout: "", stderr });
  });

  test("lets a program find more wrong uses", () => {
    expect(greeter("throw wrongUse('nobody greets the moon')")).toEqual({
      code: 2,
      stdout: "",
      stderr: "greeter: nobody greets the moon; see greeter --help\n",
    });
  });

  test("points to the help of the command that was used", () => {
    const withPart = (...args: string[]) =>
      spawnSync(process.execPath, [programFile(""), ...args], { encoding: "utf8", env: { ...env, PART: "1" } });
    expect(withPart("part", "moon").stderr).toBe("greeter: stay; see greeter part --help\n");
    expect(withPart("part").stderr).toBe("greeter: missing required argument 'name'; see greeter part --help\n");
    const { status, stdout } = withPart("part", "--help");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: greeter part \[options\] <name>/);
    expect(withPart("help", "part").stdout).toBe(stdout);
  });

  test("answers --version and --help on stdout with 0", () => {
    expect(greeter("", "--version")).toEqual({ code: 0, stdout: "1.2.3\n", stderr: "" });
    const { code, stdout, stderr } = greeter("", "--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: greeter \[options\] \[name\]/);
  });

  test("does not take the -- of `pnpm script -- --option` for the user's", () => {
    const args = [programFile("print(name + options.times)"), "--", "--times", "3"];
    const asScript = spawnSync(process.execPath, args, { encoding: "utf8", env: { ...env, npm_lifecycle_event: "x" } });
    expect(asScript.stdout).toBe("world3\n");
    expect(spawnSync(process.execPath, args, { encoding: "utf8", env }).status).toBe(2);
  });

  test.skipIf(process.platform === "win32")(
    "ends quietly with 0 when the reader of a long output leaves (not on Windows)",
    () => {
      const file = programFile("for (let line = 0; line < 2e5; line++) print(('line ' + line + ' ').repeat(10))");
      const script = `"$0" "$1" | head -n 1; echo "code \${PIPESTATUS[0]}"`;
      const both = execFileSync("bash", ["-c", `{ ${script}; } 2>&1`, process.execPath, file], {
        encoding: "utf8",
        env,
      });
      expect(both).toBe(`${"line 0 ".repeat(10)}\ncode 0\n`);
    },
  );

  test.skipIf(process.platform === "win32")("ends quietly when the reader of stderr leaves (not on Windows)", () => {
    const file = programFile(
      "for (let line = 0; ; line++) { report('line ' + line); await new Promise(setImmediate); }",
    );
    const script = `"$0" "$1" 2>&1 | head -n 1; echo "code \${PIPESTATUS[0]}"`;
    const both = execFileSync("bash", ["-c", script, process.execPath, file], { encoding: "utf8", env });
    expect(both).toBe("line 0\ncode 0\n");
  });

  test.skipIf(process.platform !== "linux")(
    "says so when the output does not fit on the disk (needs /dev/full)",
    () => {
      const script = `"$0" "$1" >/dev/full; echo "code $?"`;
      const file = programFile("print('x'.repeat(1e6))");
      const both = execFileSync("bash", ["-c", `{ ${script}; } 2>&1`, process.execPath, file], {
        encoding: "utf8",
        env,
      });
      expect(both).toBe("greeter: ENOSPC: no space left on device, write\ncode 1\n");
    },
  );
});
