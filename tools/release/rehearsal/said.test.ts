import { describe, expect, test } from "vitest";
import { root } from "../../workspace.js";
import { said } from "./said.js";

const node = (program: string) => `"${process.execPath}" -e "${program}"`;
const complaint = (program: string) =>
  said(node(program), { folder: root }).then(
    () => "",
    ({ message }: Error) => message.slice(message.indexOf("failed: ")),
  );

describe("said(command)", () => {
  test("is what a command prints", async () => {
    expect(await said(node("console.log(process.env.ASKED)"), { folder: root, env: { ASKED: "yes" } })).toBe("yes\n");
  });

  test("tells the exception of a command that throws", async () => {
    expect(await complaint("throw new RangeError('planted')")).toBe("failed: RangeError: planted");
  });

  test("tells the last line that speaks of an error, or else the last", async () => {
    const says = (...lines: string[]) =>
      complaint(`${lines.map((line) => `console.log('${line}');`).join("")} process.exitCode = 1`);
    expect(await says("Publishing", "an error: no space", "bye")).toBe("failed: an error: no space");
    expect(await says("Publishing", "bye")).toBe("failed: bye");
    expect(await says()).toBe("failed: it said nothing");
  });

  test("ends a command that takes too long", async () => {
    await expect(said(node("setTimeout(() => {}, 20_000)"), { folder: root, limit: 0.3 })).rejects.toThrow(
      "failed: it was not done after 0.3 s",
    );
  });

  test("keeps all that the command said", async () => {
    const error = await said(node("console.log(1); console.error(2); process.exitCode = 3"), { folder: root }).catch(
      (found) => found,
    );
    expect(error.cause).toBe("1\n2");
  });
});
