import { spawn } from "node:child_process";

/** Counts for ever, and ends when the process that started it has ended, however it did. */
const PROGRAM = "const parent = process.ppid; while (process.ppid === parent) for (let i = 0; i < 1e7; i++);";

/** Starts a process that keeps one core busy. Returns what ends it. */
export function busyProcess(): () => void {
  const child = spawn(process.execPath, ["-e", PROGRAM], { stdio: "ignore" });
  return () => {
    child.kill();
  };
}
