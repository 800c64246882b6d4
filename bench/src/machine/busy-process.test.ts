import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { busyProcess } from "./busy-process.ts";

/** Processes of this one, by their program. */
function spinning(): number {
  const own = `/proc/${process.pid}/task/${process.pid}/children`;
  const commands = readFileSync(own, "utf8")
    .split(" ")
    .filter(Boolean)
    .map((id) => readFileSync(`/proc/${id}/cmdline`, "utf8"));
  return commands.filter((command) => command.includes("process.ppid")).length;
}

test.runIf(process.platform === "linux")("busyProcess() runs until it is ended", async () => {
  const end = busyProcess();
  await setTimeout(200);
  expect(spinning()).toBe(1);
  end();
  await expect.poll(spinning).toBe(0);
});
