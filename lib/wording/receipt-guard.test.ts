import { expect, it } from "vitest";
import { containsReceipt } from "./receipt-guard.ts";

const receipt = "7K3M-9QXT-2BCD-5FGH-8JNP-0RSV";
const inOnePiece = receipt.replaceAll("-", "");

it.each([
  ["in a sentence", `我的查询码是${receipt}，请问`],
  ["in one piece", `我的查询码${inOnePiece}请看`],
  ["in small letters", `查询码 ${inOnePiece.toLowerCase()}`],
  ["in full width", receipt.replace(/[0-9A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))],
  ["with wide dashes", receipt.replaceAll("-", "－")],
  ["with blanks around its dashes", receipt.replaceAll("-", "- ")],
  ["with something invisible in it", [...receipt].join("\u200b")],
  ["with a soft hyphen", receipt.replace("9Q", "9\u00adQ")],
  ["in Cyrillic look-alikes", receipt.replace("K", "К").replace("M", "М")],
])("knows a receipt %s", (_, text) => expect(containsReceipt(text)).toBe(true));

it.each([
  ["a date", "今晚3点地震？请查 2026-11-24-0001"],
  ["a uuid", "见 01a20d2c-8a4c-7245-b47a-ac4e17ea5e82"],
  ["a hexadecimal id", "见 507f1f77bcf86cd799439011"],
  ["words of four letters", "it says that they will come home soon"],
  ["six years", "2019 2020 2021 2022 2023 2024"],
  ["the number of a card", "6222 0212 3456 7890 1234 5678"],
])("does not take %s for one", (_, text) => expect(containsReceipt(text)).toBe(false));
