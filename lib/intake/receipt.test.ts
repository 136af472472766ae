import { expect, it } from "vitest";
import { containsReceipt, hashReceipt, makeReceipt } from "./receipt.ts";

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

it("recognises a receipt that was pasted into a text", () => {
  expect(containsReceipt(`我的查询码是${makeReceipt()}，请问`)).toBe(true);
  const plain = makeReceipt().replaceAll("-", "");
  expect(containsReceipt(`我的查询码${plain}请看`)).toBe(true);
  expect(containsReceipt(`查询码 ${plain.toLowerCase()}`)).toBe(true);
  expect(containsReceipt(makeReceipt().replaceAll("-", "－"))).toBe(true);
  expect(containsReceipt("今晚3点地震？请查 2026-11-24-0001")).toBe(false);
  expect(containsReceipt("见 01a20d2c-8a4c-7245-b47a-ac4e17ea5e82")).toBe(false);
  expect(containsReceipt("见 507f1f77bcf86cd799439011")).toBe(false);
  expect(containsReceipt("it says that they will come home soon")).toBe(false);
});
