import { describe, expect, test } from "vitest";
import { type Bytes, bytesField, bytesOf, integerField, message, textField } from "./protobuf.js";

const bytes = (value: Bytes) => {
  const all = Array.from(value.chunks(), (chunk) => [...chunk]).flat();
  expect(all).toHaveLength(value.length);
  return all;
};

// The examples of https://protobuf.dev/programming-guides/encoding/.
describe("message(...fields)", () => {
  test("writes a number in groups of seven bits", () => {
    expect(bytes(integerField(1, 150))).toEqual([0x08, 0x96, 0x01]);
    expect(bytes(integerField(1, 127))).toEqual([0x08, 0x7f]);
    expect(bytes(integerField(20, 0))).toEqual([0xa0, 0x01, 0]);
    expect(bytes(integerField(1, 2 ** 40))).toEqual([0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20]);
  });

  test("writes a text after its length in bytes", () => {
    expect(bytes(textField(2, "testing"))).toEqual([0x12, 0x07, ...Buffer.from("testing")]);
    expect(bytes(textField(2, "é"))).toEqual([0x12, 0x02, 0xc3, 0xa9]);
  });

  test("writes a message inside another", () => {
    expect(bytes(bytesField(3, message(integerField(1, 150))))).toEqual([0x1a, 0x03, 0x08, 0x96, 0x01]);
    expect(bytes(message(textField(1, "a"), bytesField(2, bytesOf([7, 8]))))).toEqual([0x0a, 1, 97, 0x12, 2, 7, 8]);
  });
});
