import { expect, it } from "vitest";
import { hashReceipt, makeReceipt, missingIn } from "./receipt.ts";

it("makes receipts of six groups that differ", () => {
  const receipts = new Set(Array.from({ length: 500 }, () => makeReceipt()));
  expect(receipts.size).toBe(500);
  for (const receipt of receipts)
    expect(receipt).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
});

it("makes the same receipt for the same idempotency key", () => {
  expect(makeReceipt("a key")).toBe(makeReceipt("a key"));
  expect(makeReceipt("a key")).not.toBe(makeReceipt("another key"));
});

it("forgives how people write it down", () => {
  const receipt = "01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ";
  const hash = hashReceipt(receipt);
  expect(hash).not.toBeNull();
  for (const typed of [
    receipt.toLowerCase(),
    receipt.replaceAll("-", " "),
    receipt.replace("01", "OI"),
    `\ufeff${[...receipt].join("\u200b")}`,
    "０１AB CDEF GHJK MNPQ RSTV WXYZ",
  ]) {
    expect(hashReceipt(typed)).toEqual(hash);
  }
});

it.each(["", "abc", "01AB-CDEF-GHJK-MNPQ-RSTV-WXY", "01AB-CDEF-GHJK-MNPQ-RSTV-WXYU"])(
  "refuses %j",
  (typed) => {
    expect(hashReceipt(typed)).toBeNull();
  },
);

it.each([
  ["01AB-CDEF-GHJK", 12],
  ["01ab cdef ghjk mnpq rstv wxy", 1],
  ["７", 23],
  ["01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ", 0],
  ["01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-01", 0],
  ["不是查询码", 0],
  ["---", 0],
  ["", 0],
])("knows how much of a receipt is missing in %j", (typed, missing) => {
  expect(missingIn(typed)).toBe(missing);
});
