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
  ["in the fragment of a link", `https://a.example/track#${receipt}`],
  ["in the path of a link", `看https://a.example/en/track/${inOnePiece}吗`],
  ["in the query of a link", `https://a.example/track?receipt=${receipt.replaceAll("-", "+")}&x=1`],
  [
    "escaped in a link",
    `https://a.example/track?r=${receipt.replaceAll("-", "%2D").replace("7K", "%37%4B")}`,
  ],
  [
    "in a link within another",
    `https://b.example/?u=${encodeURIComponent(encodeURIComponent(`https://a.example/track#${receipt.replaceAll("-", " ")}`))}`,
  ],
  ["of which only half was copied", "7K3M-9QXT-2BCD"],
  ["of which most was copied", "7k3m-9qxt-2bcd-5fgh-8jnp-"],
  ["beside half an escape", `https://a.example/track?t=%E4%B8&r=${receipt.replaceAll("-", "%2D")}`],
])("knows a receipt %s", (_, text) => expect(containsReceipt(text)).toBe(true));

it.each([
  ["a date", "今晚3点地震？请查 2026-11-24-0001"],
  ["a uuid", "见 01a20d2c-8a4c-7245-b47a-ac4e17ea5e82"],
  ["a hexadecimal id", "见 507f1f77bcf86cd799439011"],
  ["words of four letters", "it says that they will come home soon"],
  ["two groups of a model's name", "AB12-CD34"],
  ["a day and a number", "2026-1124-0001"],
  ["half an id in a sentence", "型号7K3M-9QXT-2BCD的电池召回是真的吗"],
  ["six years", "2019 2020 2021 2022 2023 2024"],
  ["the number of a card", "6222 0212 3456 7890 1234 5678"],
  ["a link to a post", "https://www.xiaohongshu.com/explore/65a1b2c3000000001d00abcd?xsec_source=pc"],
  ["the parts of a path", "https://a.example/2024/0512/news/1234/abcd/5678"],
  ["half an escape", "涨价100%，https://a.example/%E4%B8"],
])("does not take %s for one", (_, text) => expect(containsReceipt(text)).toBe(false));
