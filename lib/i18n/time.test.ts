import { expect, it } from "vitest";
import { formatDate, formatDateTime } from "./time.ts";

const lateInUtc = new Date("2026-12-31T16:05:00Z");

it("shows the day and minute of Shanghai, wherever the server stands", () => {
  expect(formatDateTime(lateInUtc, "zh-CN")).toBe("2027年1月1日 00:05");
  expect(formatDateTime(lateInUtc, "en")).toBe("1 January 2027, 00:05");
  expect(formatDate(lateInUtc, "en")).toBe("1 January 2027");
});
