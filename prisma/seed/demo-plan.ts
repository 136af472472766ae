import type { ClaimStatus } from "#lib/claims/status";
import { after, dayOf, days, hours, now, startOfDay } from "#lib/platform/clock";
import type { Urgency } from "#lib/reference/urgency";
import type { ClaimStory, Correction } from "./story.ts";

/** Where a demo claim stands, when it came in, and how fast the desks were. */
export type DemoPlan = Pick<ClaimStory, "receivedAt" | "pace"> & {
  status: ClaimStatus;
  urgency?: Urgency;
  corrections?: readonly Correction[];
  side?: ClaimStory["side"];
};

/** So many days ago, at an hour of the day in Sichuan. */
const daysAgo = (count: number, hour: number): Date =>
  after(startOfDay(dayOf(after(now(), -days(count)))), hours(hour));
const hoursAgo = (count: number): Date => after(now(), -hours(count));

const published = (receivedAt: Date, pace: number, rest: Partial<DemoPlan> = {}): DemoPlan => ({
  status: "published",
  receivedAt,
  pace,
  ...rest,
});
const open = (
  status: ClaimStatus,
  receivedAt: Date,
  pace: number,
  rest: Partial<DemoPlan> = {},
): DemoPlan => ({
  status,
  receivedAt,
  pace,
  ...rest,
});

const retraction: Correction = {
  kind: "retraction",
  note: "原稿引用的升级告示属于另一处名称相近的网点，主要证据不成立。我们撤回本稿并重新核查，向读者和有关网点致歉。",
  change: { summary: "本稿的主要证据不成立，已撤回，正在重新核查；原文保留供查阅。" },
  after: days(2),
};

/** The 30 demo claims and the small additional ones, as the desks would have worked on them over the last weeks. */
export const demoPlan = (): Record<string, DemoPlan> => ({
  "demo-05": published(daysAgo(26, 14), 0.5),
  "demo-15": published(daysAgo(24, 10), 0.6),
  "demo-08": published(daysAgo(22, 7), 0.7),
  "demo-26": published(daysAgo(21, 8), 0.8, { status: "corrected" }),
  "demo-18": published(daysAgo(19, 8), 0.5),
  "demo-16": published(daysAgo(18, 20), 1),
  "demo-30": published(daysAgo(17, 13), 0.7),
  "demo-10": published(daysAgo(15, 8), 0.6),
  "demo-12": published(daysAgo(14, 16), 1.1),
  "demo-06": published(daysAgo(13, 9), 0.7),
  "demo-22": published(daysAgo(12, 8), 0.6, { status: "retracted", corrections: [retraction] }),
  "demo-13": published(daysAgo(10, 9), 0.8),
  "demo-07": published(daysAgo(9, 10), 0.6),
  "demo-25": published(daysAgo(8, 10), 0.6),
  "demo-19": published(daysAgo(7, 9), 0.4, { status: "corrected" }),
  "demo-17": published(daysAgo(6, 9), 0.7),
  "demo-21": published(daysAgo(5, 18), 0.4),
  "demo-04": published(daysAgo(4, 8), 0.5, { urgency: "P1" }),
  "demo-29": published(hoursAgo(40), 0.5),
  "demo-11": open("review-3", hoursAgo(40), 1.05),
  "demo-24": open("review-2", hoursAgo(33), 1),
  "demo-14": open("review-1", hoursAgo(30), 0.9),
  "demo-20": open("drafting", hoursAgo(70), 1.3),
  "demo-27": open("verifying", hoursAgo(12), 1, {
    side: { state: "waiting-evidence", reason: "等待公路养护单位提供当日巡查影像。" },
  }),
  "demo-01": open("verifying", hoursAgo(3.2), 1),
  "demo-09": open("assigned", hoursAgo(26), 1),
  "demo-23": open("assigned", hoursAgo(2), 0.8),
  "demo-02": open("triaged", hoursAgo(5), 0.8, { urgency: "P2" }),
  "demo-28": open("received", hoursAgo(3), 1),
  "demo-03": open("received", hoursAgo(0.15), 1),
  "extra-mianyang": open("assigned", hoursAgo(6), 1),
  "extra-health": open("verifying", hoursAgo(16), 0.8),
  "extra-duplicate-published": open("duplicate", daysAgo(7, 11), 1),
  "extra-duplicate-open": open("duplicate", hoursAgo(1.5), 0.3),
  "extra-answered": open("answered", daysAgo(3, 10), 1),
  "extra-opinion": open("opinion", daysAgo(4, 15), 1),
  "extra-other-channel": open("other-channel", daysAgo(2, 9), 1),
  "extra-too-vague": open("too-vague", daysAgo(5, 20), 1),
  "extra-not-checkable": open("not-checkable", daysAgo(6, 9), 0.5),
});
