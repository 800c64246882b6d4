import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { downloadPtb } from "./download-ptb.js";
import { PTB_FILES, type PtbFile } from "./ptb-files.js";

const contents = new Map([
  ["a.txt", Buffer.from("the cat\n")],
  ["b.txt", Buffer.from("the dog\n".repeat(50_000))],
]);

const files: readonly PtbFile[] = Array.from(contents, ([name, bytes]) => ({
  name,
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
}));

/** Silence that not even a very busy machine keeps. */
const timeoutSeconds = 60;

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wordloom-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The address of a server on this machine. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return addressOf(server);
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}/data/`;
}

function withoutPort(message: unknown): string {
  return String(message).replace(/127\.0\.0\.1:\d+/, "HOST");
}

/** Answers as a good server does, but for `b.txt`. */
const goodButFor = (bad: RequestListener): RequestListener => {
  return (request, response) => {
    const name = request.url?.replace("/data/", "") ?? "";
    if (name === "b.txt") bad(request, response);
    else response.end(contents.get(name));
  };
};

const good = goodButFor((_, response) => response.end(contents.get("b.txt")));

/**
 * Answers instead of the network, with pieces of text behind that many seconds of silence each. The seconds are a clock's
 * that this alone moves, so that a busy machine's do not count.
 */
function answerByAClock(piecesOf: (name: string) => readonly (readonly [number, string])[]): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("fetch", async (url: string, { signal }: { signal: AbortSignal }) => {
    const pieces = piecesOf(url.replace(/^.*\//, "")).values();
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      const { done, value } = pieces.next();
      if (done) return controller.close();
      vi.advanceTimersByTime(1000 * value[0]);
      if (signal.aborted) controller.error(signal.reason);
      else controller.enqueue(Buffer.from(value[1]));
    };
    // Nothing is made before it is asked for.
    return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }));
  });
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

/** What is wrong with a download, which must leave the folder as it was. */
async function complaint(listener: RequestListener, silence = timeoutSeconds): Promise<string> {
  const folder = emptyFolder();
  const baseUrl = await serve(listener);
  const message = await downloadPtb(folder, { baseUrl, files, timeoutSeconds: silence }).catch(String);
  expect(readdirSync(folder)).toEqual([]);
  return withoutPort(message);
}

describe("downloadPtb(directory)", () => {
  test("fetches every file into a folder that it makes", async () => {
    const folder = join(emptyFolder(), "wordloom", "ptb");
    await downloadPtb(folder, { baseUrl: await serve(good), files, timeoutSeconds });
    expect(readdirSync(folder).sort()).toEqual(["a.txt", "b.txt"]);
    for (const [name, bytes] of contents) expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
  });

  test("takes an address with or without a slash at its end", async () => {
    const folder = emptyFolder();
    await downloadPtb(folder, { baseUrl: (await serve(good)).replace(/\/$/, ""), files, timeoutSeconds });
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("replaces a file that was there only by a whole one", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "b.txt"), "old");
    const cut = goodButFor((_, response) => response.end("the dog\n"));
    await expect(downloadPtb(folder, { baseUrl: await serve(cut), files, timeoutSeconds })).rejects.toThrow(
      "ended after 8 of 400000",
    );
    expect(readFileSync(join(folder, "b.txt"), "utf8")).toBe("old");
    await downloadPtb(folder, { baseUrl: await serve(good), files, timeoutSeconds });
    expect(readFileSync(join(folder, "b.txt")).equals(contents.get("b.txt") ?? Buffer.of())).toBe(true);
  });

  test("refuses a connection that is cut in the middle", async () => {
    const cut = goodButFor((_, response) => {
      response.writeHead(200, { "content-length": 400_000 });
      response.write("the dog\n", () => response.destroy());
    });
    expect(await complaint(cut)).toMatchInlineSnapshot(
      `"Error: downloadPtb: http://HOST/data/b.txt broke off after 8 of 400000 bytes (UND_ERR_SOCKET); is the network up?"`,
    );
  });

  test("refuses altered contents", async () => {
    const altered = goodButFor((_, response) => response.end("the cat\n".repeat(50_000)));
    expect(await complaint(altered)).toMatchInlineSnapshot(
      `"Error: downloadPtb: http://HOST/data/b.txt has sha256 a5df7f4c646135c958c392053f0d9714796d39709e0efd75c48408cb4f81517e, expected 8ca2f146b5795a86fafd044b552c9bc00ecec21d97d5b22173a3339a79136160; was it altered on the way?"`,
    );
  });

  test("refuses an answer that is longer than it should be", async () => {
    const endless = goodButFor((_, response) => {
      const more = (error?: Error | null) => {
        if (!error) response.write("the dog\n".repeat(1000), more);
      };
      more();
    });
    expect(await complaint(endless)).toMatchInlineSnapshot(
      `"Error: downloadPtb: http://HOST/data/b.txt has more than the 400000 bytes expected"`,
    );
  });

  test("refuses any status but success", async () => {
    const missing = goodButFor((_, response) => response.writeHead(404).end("<html>"));
    expect(await complaint(missing)).toMatchInlineSnapshot(
      `"Error: downloadPtb: http://HOST/data/b.txt answered 404 Not Found; has it moved?"`,
    );
  });

  test("gives up a server that never answers", async () => {
    expect(await complaint(() => {}, 0.2)).toMatchInlineSnapshot(
      `"Error: downloadPtb: http://HOST/data/a.txt cannot be reached (silent for 0.2 s); is the network up?"`,
    );
  });

  test("gives up a server that falls silent in the middle", async () => {
    answerByAClock((name) =>
      name === "a.txt"
        ? [[0.9, "the cat\n"]]
        : [
            [0.9, "the dog\n"],
            [1.1, ""],
          ],
    );
    const folder = emptyFolder();
    const baseUrl = "http://HOST/data/";
    await expect(downloadPtb(folder, { baseUrl, files, timeoutSeconds: 1 })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: downloadPtb: http://HOST/data/b.txt broke off after 8 of 400000 bytes (silent for 1 s); is the network up?]`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("waits for a server that is slow but keeps sending", async () => {
    answerByAClock((name) =>
      name === "a.txt" ? [[0.9, "the cat\n"]] : Array(4).fill([0.9, "the dog\n".repeat(12_500)]),
    );
    const folder = emptyFolder();
    // b.txt takes 3.6 s, with silences of 0.9 s.
    await downloadPtb(folder, { baseUrl: "http://HOST/data/", files, timeoutSeconds: 1 });
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("says that there is no server", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const baseUrl = addressOf(server);
    server.close();
    await once(server, "close");
    expect(
      withoutPort(await downloadPtb(emptyFolder(), { baseUrl, files, timeoutSeconds }).catch(String)),
    ).toMatchInlineSnapshot(
      `"Error: downloadPtb: http://HOST/data/a.txt cannot be reached (ECONNREFUSED); is the network up?"`,
    );
  });

  test("stops when its signal is aborted, with the signal's reason", async () => {
    const stop = new AbortController();
    const enough = new Error("enough");
    const baseUrl = await serve(() => stop.abort(enough));
    await expect(downloadPtb(emptyFolder(), { baseUrl, files, timeoutSeconds, signal: stop.signal })).rejects.toBe(
      enough,
    );
  });

  const { WORDLOOM_DATA = "" } = process.env;
  test.skipIf(WORDLOOM_DATA === "")("knows the real files (skipped where WORDLOOM_DATA is unset)", async () => {
    const folder = emptyFolder();
    const baseUrl = await serve((request, response) => {
      response.end(readFileSync(join(WORDLOOM_DATA, "ptb", request.url?.replace("/data/", "") ?? "")));
    });
    await downloadPtb(folder, { baseUrl });
    expect(readdirSync(folder).sort()).toEqual(PTB_FILES.map(({ name }) => name).sort());
  });
});
