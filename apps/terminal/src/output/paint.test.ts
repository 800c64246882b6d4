import { Writable } from "node:stream";
import { WriteStream } from "node:tty";
import { afterEach, describe, expect, test, vi } from "vitest";
import { paint } from "./paint.js";

const pipe = new Writable();
// Node decides by the environment alone how many colours a terminal has.
const terminal = Object.assign(new Writable(), {
  isTTY: true,
  getColorDepth: () => WriteStream.prototype.getColorDepth(),
});

afterEach(() => vi.unstubAllEnvs());

function environment(noColor: string | undefined): void {
  for (const name of ["FORCE_COLOR", "NODE_DISABLE_COLORS", "TMUX", "CI"]) vi.stubEnv(name, undefined);
  vi.stubEnv("TERM", "xterm-256color");
  vi.stubEnv("NO_COLOR", noColor);
}

describe("paint(style, text, stream)", () => {
  test("colours text on a terminal", () => {
    environment(undefined);
    expect(paint("bold", "you", terminal)).toBe("\u001b[1myou\u001b[22m");
  });

  test("respects NO_COLOR", () => {
    environment("1");
    expect(paint("bold", "you", terminal)).toBe("you");
  });

  test("leaves text alone in a pipe", () => {
    environment(undefined);
    expect(paint("bold", "you", pipe)).toBe("you");
  });
});
