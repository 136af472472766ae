import { expect, it } from "vitest";
import { after, hours, minutes } from "#lib/platform/clock";
import { whyHere } from "./why.ts";

const now = new Date("2026-11-30T12:00:00Z");
const soon = after(now, minutes(20));
const row = {
  clocks: [
    { kind: "first-word", dueAt: after(now, -hours(1)), pauseReason: null },
    { kind: "verdict", dueAt: soon, pauseReason: null },
  ],
  dueAt: soon,
  repliedAt: null,
  hiddenUntil: null,
  askedLately: 0,
  orderAt: soon,
  orderClass: "P2",
  urgency: "P2",
} as unknown as Parameters<typeof whyHere>[0];
const nothing = {
  due: null,
  asked: null,
  isDanger: false,
  paused: null,
  isAnswered: false,
  hiddenUntil: null,
};

it.each([
  [
    "what it is ordered by, and not an earlier clock",
    {},
    { due: { kind: "verdict", at: soon, isLate: false } },
  ],
  [
    "that it is overdue",
    {
      dueAt: after(now, -1),
      clocks: [{ kind: "triage", dueAt: after(now, -1), pauseReason: null }],
    },
    { due: { kind: "triage", at: after(now, -1), isLate: true } },
  ],
  ["how many ask", { dueAt: null, askedLately: 64 }, { asked: 64 }],
  ["not that a few ask", { dueAt: null, askedLately: 4 }, {}],
  ["that it may be a danger", { dueAt: null, orderClass: "P0" }, { isDanger: true }],
  ["nothing of a danger that somebody has decided", { dueAt: null, orderClass: "P0", urgency: "P0" }, {}],
  [
    "what it waits for",
    { dueAt: null, clocks: [{ kind: "verdict", dueAt: null, pauseReason: "waiting-evidence" }] },
    { paused: "waiting-evidence" },
  ],
  ["that its sender has answered", { dueAt: null, repliedAt: now }, { isAnswered: true }],
  ["until when it is put off", { dueAt: null, hiddenUntil: soon }, { hiddenUntil: soon }],
  ["nothing of an end that is past", { dueAt: null, hiddenUntil: after(now, -1) }, {}],
  ["nothing of what nobody acts on", { dueAt: null, orderAt: null, askedLately: 99, repliedAt: now }, {}],
])("tells %s", (_, changed, told) => {
  expect(whyHere({ ...row, ...changed } as typeof row, now)).toEqual({ ...nothing, ...told });
});
