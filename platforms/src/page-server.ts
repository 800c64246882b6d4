import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";

/** How a page is served. */
export interface PageOptions {
  /** Whether the headers are sent that let it share memory with its workers. Default true. */
  readonly isIsolated?: boolean;
  /** Its Content-Security-Policy. Default: none. */
  readonly policy?: string;
  /** Where the program's imports are looked up. Default: this package. */
  readonly folder?: string;
  /** What else the server has, by path. */
  readonly files?: Readonly<Record<string, PageFile>>;
}

export interface PageFile {
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** What a program did in a page. */
export interface Report {
  /** The arguments of each `console.log`. */
  readonly printed: readonly (readonly unknown[])[];
  /** What nobody caught. */
  readonly errors: readonly string[];
}

export interface PageServer {
  readonly url: string;
  /** Resolves when a browser asks for the page. */
  readonly asked: Promise<void>;
  /** Resolves when the page's program has ended. */
  readonly report: Promise<Report>;
  close(): void;
}

/** What lets a page share memory, as the README of word2vec gives it. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

const page = `<!doctype html><title>Wordloom</title><script type="module" src="/page.js"></script>`;

/** A rejection that nobody handles is told a task later: the report waits for it. */
const pageScript = `const printed = [];
const errors = [];
console.log = (...args) => printed.push(args);
addEventListener("error", ({ message }) => errors.push(message));
addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
await import("/program.js").catch((error) => errors.push(String(error)));
await new Promise((resolve) => setTimeout(resolve, 20));
await fetch("/report", { method: "POST", body: JSON.stringify({ printed, errors }) });`;

/** Serves a page that runs the text of a module, bundled and minified with the packages as they are published. */
export async function pageServer(program: string, options: PageOptions): Promise<PageServer> {
  const { isIsolated = true, policy, folder = join(import.meta.dirname, ".."), files: more = {} } = options;
  const files = new Map<string, PageFile>([
    ...Object.entries(more),
    ["/", { type: "text/html", content: page }],
    ["/page.js", { type: "text/javascript", content: pageScript }],
    ["/program.js", { type: "text/javascript", content: await bundled(program, folder) }],
  ]);
  const headers = {
    ...(isIsolated ? isolation : {}),
    ...(policy === undefined ? {} : { "Content-Security-Policy": policy }),
  };
  const asked = Promise.withResolvers<void>();
  const report = Promise.withResolvers<Report>();
  const server = createServer(async (request, response) => {
    const file = files.get(request.url ?? "");
    if (request.url === "/") asked.resolve();
    if (request.url === "/report") report.resolve(await reportIn(request));
    const missing = request.url === "/report" ? 204 : 404;
    response.writeHead(file === undefined ? missing : 200, { ...headers, "Content-Type": file?.type ?? "text/plain" });
    response.end(file?.content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked: asked.promise,
    report: report.promise,
    close: () => void server.close(),
  };
}

async function bundled(program: string, folder: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0].text;
}

async function reportIn(request: IncomingMessage): Promise<Report> {
  return JSON.parse(await text(request));
}
