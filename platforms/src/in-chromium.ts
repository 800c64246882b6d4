import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import type { Chromium } from "./chromium.js";
import { type PageOptions, type PageServer, pageServer, type Report } from "./page-server.js";

/** Milliseconds, more than any test takes. */
const LIMIT = 100_000;
/** Milliseconds in which a browser asks for its page, if it ever does: now and then Chromium hangs as it starts. */
const START_LIMIT = 15_000;
const STARTS = 3;

/** Runs the text of a module in a page of a new browser. */
export async function inChromium(
  chromium: Chromium | string,
  program: string,
  options: PageOptions = {},
): Promise<Report> {
  if (typeof chromium === "string") throw new Error(chromium);
  const server = await pageServer(program, options);
  try {
    for (let start = 1; start <= STARTS; start++) {
      const report = await reportOf(chromium, server);
      if (report !== undefined) return report;
    }
    throw new Error(`inChromium: ${chromium.path} has been started ${STARTS} times and never asked for the page`);
  } finally {
    server.close();
  }
}

/** Also for root and with a small /dev/shm, as in a container; nothing is asked of the network. */
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Nothing, if the browser did not ask for the page. */
async function reportOf({ path, env }: Chromium, { url, asked, report }: PageServer): Promise<Report | undefined> {
  const profile = await mkdtemp(join(tmpdir(), "wordloom-chromium-"));
  const browser = spawn(path, [...flags, `--user-data-dir=${profile}`, url], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
    // A group of its own, that ends as a whole.
    detached: true,
  });
  const ended = endOf(browser);
  try {
    const hasAsked = asked.then(() => true);
    if (!(await Promise.race([hasAsked, ended, setTimeout(START_LIMIT, false, { ref: false })]))) return undefined;
    const late = setTimeout(LIMIT, undefined, { ref: false }).then(() => {
      throw new Error(`inChromium: the page has not ended after ${LIMIT / 1000} s`);
    });
    return await Promise.race([report, ended, late]);
  } finally {
    // Windows has no groups of processes; there the others end with the first.
    if (process.platform === "win32") browser.kill();
    else if (browser.pid !== undefined && browser.exitCode === null && browser.signalCode === null)
      process.kill(-browser.pid, "SIGKILL");
    await ended.catch(() => {});
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Rejects when the browser ends, with what it said. */
async function endOf(browser: ChildProcess): Promise<never> {
  const messages = browser.stderr === null ? "" : text(browser.stderr);
  const code = await new Promise((resolve, reject) => browser.on("exit", resolve).on("error", reject));
  throw new Error(`inChromium: the browser ended with ${code} before the page did:\n${await messages}`);
}
