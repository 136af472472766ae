import { expect, it } from "vitest";
import { fingerprintOf } from "./fingerprint.ts";

const asked = fingerprintOf({ text: "明天停水\n请转发", links: "https://example.org/a" });

it.each([
  ["line ends and blanks", { text: " 明天停水\r\n请转发 ", links: "https://example.org/a\r\n" }],
  ["no files", { text: "明天停水\n请转发", links: "https://example.org/a", uploadIds: [] }],
])("does not see %s", (_, other) => expect(fingerprintOf(other)).toBe(asked));

it.each([
  ["other words", { text: "明天停电\n请转发", links: "https://example.org/a" }],
  ["another link", { text: "明天停水\n请转发", links: "https://example.org/b" }],
  ["a file", { text: "明天停水\n请转发", links: "https://example.org/a", uploadIds: ["1"] }],
  ["a link among the words", { text: "明天停水\n请转发 https://example.org/a" }],
])("sees %s", (_, other) => expect(fingerprintOf(other)).not.toBe(asked));

it("does not see the order of files", () => {
  expect(fingerprintOf({ uploadIds: ["a", "b"] })).toBe(fingerprintOf({ uploadIds: ["b", "a"] }));
});
