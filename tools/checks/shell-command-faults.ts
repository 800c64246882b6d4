import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root, workspacePackages } from "../workspace.js";
import type { ShellCommand } from "./shell-commands.js";

const names = workspacePackages().map(({ manifest }) => manifest.name);
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Ours, which know their own options. */
const programs = {
  bench: "bench/src/bench.ts",
  evaluator: "apps/evaluator/dist/cli.js",
  "ptb-trainer": "apps/ptb-trainer/dist/cli.js",
};

/** What a page tells its reader to write. */
const readersOwn = ["example.mts"];

/** What is wrong with a command: a program, a script, a sub-command, a file or an option that there is not. */
export async function faultsOf(command: ShellCommand): Promise<string[]> {
  const { folder, words } = command;
  const [program, ...args] = words;
  const inner = (inside: readonly string[]) => faultsOf({ folder, words: inside });
  switch (program) {
    case "bench":
      return faultsOfArguments(
        program,
        args.map((arg) => (arg === "NAME" ? "speed" : arg)),
      );
    case "evaluator":
    case "ptb-trainer":
      return faultsOfArguments(program, args);
    case "npx":
      return inner([args[0].replace(/^@wordloom\/|@12$/, ""), ...args.slice(1)]);
    case "pnpm": {
      const [script, ...rest] = args[0] === "--silent" ? args.slice(1) : args;
      if (script === "exec") return inner(rest);
      if (script === undefined || script === "install") return [];
      if (!(script in scripts)) return [`package.json has no script ${script}`];
      const run = Object.entries(programs).find(([, file]) => scripts[script].endsWith(`node ${file}`));
      return run === undefined ? [] : inner([run[0], ...rest]);
    }
    case "npm":
      return faultsOfNpm(folder, args);
    case "node":
    case "python3":
      return readersOwn.includes(args[0]) || filesAt(folder, args[0]).length > 0 ? [] : [`there is no ${args[0]}`];
    case "vitest": {
      const project = args[args.indexOf("--project") + 1];
      return args.includes("--project") && !names.includes(project) ? [`there is no project ${project}`] : [];
    }
    case "cd":
      return filesAt(folder, args[0]).length > 0 ? [] : [`there is no folder ${args[0]}`];
    // Of others.
    case "fasttext":
    case "g++":
    case "gcc":
    case "git":
    case "gunzip":
    case "head":
      return [];
    default:
      return [`what is "${words.join(" ")}"?`];
  }
}

/** `--help` at the end keeps a program from its work, but not from looking at the values of its options. */
async function faultsOfArguments(program: keyof typeof programs, args: readonly string[]): Promise<string[]> {
  const said = [program, ...args].join(" ");
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, programs[program]), ...args, "--help"]);
    const known = [...stdout.matchAll(/(?<=\s)--?[a-z][\w-]*/gi)].map(([option]) => option);
    const unknown = args.map((arg) => arg.split("=")[0]).filter((arg) => /^-./.test(arg) && !known.includes(arg));
    const subcommand = /^[a-z]+$/.test(args[0] ?? "") ? ` ${args[0]}` : "";
    const isUnknown = !stdout.startsWith(`Usage: ${program}${subcommand} `);
    return [
      ...unknown.map((option) => `${said}: there is no ${option}`),
      ...(isUnknown ? [`${said}: there is no${subcommand}`] : []),
    ];
  } catch (error) {
    return [`${said}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function faultsOfNpm(folder: string, [command, ...args]: readonly string[]): string[] {
  if (command === "install") {
    const missing = args.filter((arg) => !arg.startsWith("-") && !names.includes(arg));
    return missing.map((name) => `there is no package ${name}`);
  }
  if (command === "start" || command === "run") {
    const script = command === "run" ? args[0] : command;
    const manifests = filesAt(folder, "package.json");
    const without = manifests.filter((file) => !(script in JSON.parse(readFileSync(file, "utf8")).scripts));
    return manifests.length === 0
      ? [`there is no package.json for npm ${command}`]
      : without.map((file) => `${file} has no script ${script}`);
  }
  return ["audit", "deprecate", "init"].includes(command) ? [] : [`what is npm ${command}?`];
}

/** Beside the page, or in each of the folders there. */
function filesAt(folder: string, file: string): string[] {
  const cwd = join(root, folder);
  return globSync([file, `*/${file}`], { cwd }).map((found) => join(cwd, found));
}
