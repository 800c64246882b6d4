import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { bytesOf, openSource } from "./byte-source.js";

const content = new TextEncoder().encode("the tea is in the pot\nun café\n");

/** A stream that has a reader and nothing else, as those of Safari. */
const withReader = (bytes: Uint8Array) => {
  const stream = new Blob([bytes.slice()]).stream();
  return { getReader: () => stream.getReader() };
};
/** Blobs of jsdom have no streams. */
const withoutStream = (bytes: Uint8Array) => ({ size: bytes.length, arrayBuffer: async () => bytes.slice().buffer });
const shared = (bytes: Uint8Array) => {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
};
/** Bytes in the middle of others. */
const amid = (bytes: Uint8Array) => {
  const wide = new Uint8Array(bytes.length + 16).fill(0xff);
  wide.set(bytes, 8);
  return { buffer: wide.buffer, start: 8, length: bytes.length };
};
const elsewhere = runInNewContext("({ Uint8Array, ArrayBuffer, DataView })") as typeof globalThis;
const parts = (bytes: Uint8Array) => [bytes.subarray(0, 5), bytes.subarray(5, 5), bytes.subarray(5)];
async function* asyncParts(bytes: Uint8Array) {
  yield* parts(bytes);
}

const forms: [string, (bytes: Uint8Array) => unknown][] = [
  ["a Uint8Array", (bytes) => bytes],
  ["a Buffer", (bytes) => Buffer.from(bytes)],
  ["an ArrayBuffer", (bytes) => bytes.slice().buffer],
  ["a SharedArrayBuffer", (bytes) => shared(bytes).buffer],
  ["a view of shared memory", shared],
  [
    "a part of a buffer",
    (bytes) => {
      const { buffer, start, length } = amid(bytes);
      return new Uint8Array(buffer, start, length);
    },
  ],
  [
    "a DataView",
    (bytes) => {
      const { buffer, start, length } = amid(bytes);
      return new DataView(buffer, start, length);
    },
  ],
  ["a Uint8ClampedArray", (bytes) => new Uint8ClampedArray(bytes)],
  ["a Uint8Array of another realm", (bytes) => elsewhere.Uint8Array.from(bytes)],
  ["an ArrayBuffer of another realm", (bytes) => elsewhere.Uint8Array.from(bytes).buffer],
  ["a DataView of another realm", (bytes) => new elsewhere.DataView(elsewhere.Uint8Array.from(bytes).buffer)],
  ["a Blob", (bytes) => new Blob([bytes.slice()])],
  ["a File", (bytes) => new File([bytes.slice()], "f")],
  ["a file without streams", withoutStream],
  ["a ReadableStream", (bytes) => new Blob([bytes.slice()]).stream()],
  ["a stream with a reader alone", withReader],
  ["a Response", (bytes) => new Response(bytes.slice())],
  ["the body of a Response", (bytes) => new Response(bytes.slice()).body],
  [
    "a Response whose body is of Node",
    (bytes) => ({ ok: true, status: 200, bodyUsed: false, body: Readable.from(parts(bytes)) }),
  ],
  ["a promise of a Response", async (bytes) => new Response(bytes.slice())],
  ["a promise of an ArrayBuffer", (bytes) => new Response(bytes.slice()).arrayBuffer()],
  ["a stream of Node", (bytes) => Readable.from(parts(bytes))],
  ["a list of chunks", parts],
  [
    "chunks of all kinds",
    (bytes) => [bytes.slice(0, 5).buffer, shared(bytes.slice(5, 9)), elsewhere.Uint8Array.from(bytes.slice(9))],
  ],
  ["an async generator", asyncParts],
];
const message = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error: Error) => `${error.name}: ${error.message}`,
  );

/** All the bytes of a source. */
async function opened(source: unknown): Promise<Uint8Array> {
  const { chunks } = await openSource("f", source, "a file would be right");
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk.slice());
  return Uint8Array.from(Buffer.concat(read));
}

describe("openSource(caller, source, instead)", () => {
  test.each(forms)("reads %s", async (_, form) => {
    expect(await opened(form(content))).toEqual(content);
  });

  test("knows the size of what is in memory, and of blobs", async () => {
    for (const source of [content, content.buffer, new Blob([content]), withoutStream(content)]) {
      expect((await openSource("f", source, "")).size).toBe(content.length);
    }
    for (const source of [new Response(content), [content]]) {
      expect((await openSource("f", source, "")).size).toBeUndefined();
    }
  });

  test.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a string", "ada.txt"],
    ["a number", 7],
    ["an object", {}],
    ["a function", () => {}],
    ["text chunks", ["a", "b"]],
    ["a list of numbers", [104, 105]],
    ["a stream of Node with an encoding", () => Readable.from(["abc"]).setEncoding("utf8")],
    ["a stream that was decoded", () => new Response("abc").body?.pipeThrough(new TextDecoderStream())],
    [
      "a stream that somebody reads",
      () => {
        const stream = new Blob(["abc"]).stream();
        stream.getReader();
        return stream;
      },
    ],
    ["a response without a body", new Response(null)],
    ["a response that says no", new Response("<html>", { status: 404, statusText: "Not Found" })],
    [
      "a response from an address",
      { ok: false, status: 503, statusText: "", url: "https://a.org/f", bodyUsed: false, body: null },
    ],
    [
      "a response that was read",
      async () => {
        const response = new Response("abc");
        await response.text();
        return response;
      },
    ],
    ["an opaque response", { ok: false, status: 0, statusText: "", type: "opaque", bodyUsed: false, body: null }],
  ])("refuses %s in one line", async (name, given) => {
    const source = typeof given === "function" && name !== "a function" ? await given() : given;
    const said = await message(opened(source));
    expect(said).toMatch(/^(Type)?Error: f: [^\n]*$/);
    expect(said).toMatchSnapshot();
  });

  test("closes a source whose chunks are none", async () => {
    let isClosed = false;
    async function* chunks() {
      try {
        yield "a";
        yield "b";
      } finally {
        isClosed = true;
      }
    }
    expect(await message(opened(chunks()))).toContain("chunk 0 of the source is a string, not bytes");
    expect(isClosed).toBe(true);
  });
});

describe("bytesOf(value)", () => {
  test.each(forms.slice(0, 11))("has those of %s", (_, form) => {
    expect(Uint8Array.from(bytesOf(form(content)) ?? [])).toEqual(content);
  });

  test("has none of what is not in memory", () => {
    for (const value of [undefined, null, "a", 7, {}, [1, 2], new Blob(["a"]), new Response("a")]) {
      expect(bytesOf(value)).toBeUndefined();
    }
  });

  test("copies shared bytes, and no others", () => {
    expect(bytesOf(content)?.buffer).toBe(content.buffer);
    expect(Object.prototype.toString.call(bytesOf(shared(content))?.buffer)).toBe("[object ArrayBuffer]");
  });
});
