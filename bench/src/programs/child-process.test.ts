import { describe, expect, test } from "vitest";
import { childProcess } from "./child-process.ts";

const node = (code: string) => childProcess(process.execPath, ["-e", code]);

describe("childProcess(command, args)", () => {
  test("keeps both streams apart, and when each piece came", async () => {
    const { stdout, stderr, pieces } = await node("console.log(1); console.error(2)");
    expect({ stdout, stderr }).toEqual({ stdout: "1\n", stderr: "2\n" });
    expect(pieces.map(({ text }) => text).sort()).toEqual(["1\n", "2\n"]);
  });

  test("fails with the last line of what the program said", async () => {
    const failing = node("console.log('out'); console.error('first\\nlast'); process.exitCode = 3");
    await expect(failing).rejects.toThrow(/ended with code 3: last$/);
  });

  test("says so where the program said nothing", async () => {
    await expect(node("process.exitCode = 1")).rejects.toThrow(/ended with code 1: it said nothing$/);
  });

  test("fails for a program that is not there", async () => {
    await expect(childProcess("no-such-program", [])).rejects.toThrow(
      /^no-such-program can't be started \(.*ENOENT\)$/,
    );
  });
});
