import { atLeast, atMost, type Verdict } from "../verdict.ts";
import { type Rate, shareOf } from "./rate.ts";

/** What each rate is promised to be; rates that are not here are shown alone. */
const promises: Record<string, (what: string, measured: number | undefined) => Verdict | null> = {
  "variants called same": (what, measured) => atMost(what, measured, 0.04),
  "rewordings called same": (what, measured) => atLeast(what, measured, 0.5),
  "rewordings kept": (what, measured) => atLeast(what, measured, 1),
  "unrelated shown": (what, measured) => atMost(what, measured, 0.1),
  "unrelated at .50": (what, measured) => atMost(what, measured, 0.01),
  "unrelated called same": (what, measured) => atMost(what, measured, 0),
  "right notice first": (what, measured) => atLeast(what, measured, 0.9),
  "right notice of a picture first": (what, measured) => atLeast(what, measured, 0.95),
  "pictures given up": (what, measured) => atMost(what, measured, 0),
  "same page joined": (what, measured) => atLeast(what, measured, 0.87),
  "other page kept apart": (what, measured) => atLeast(what, measured, 1),
  "details found": (what, measured) => atLeast(what, measured, 0.95),
  "found with something invisible in it": (what, measured) => atLeast(what, measured, 1),
  "removed by mistake": (what, measured) => atMost(what, measured, 0.01),
  "topic first": (what, measured) => atLeast(what, measured, 0.75),
  "topic among three": (what, measured) => atLeast(what, measured, 0.9),
  "no topic": (what, measured) => atMost(what, measured, 0.1),
  "place first": (what, measured) => atLeast(what, measured, 0.93),
  "false places": (what, measured) => atMost(what, measured, 0.03),
  "acceptable lead": (what, measured) => atLeast(what, measured, 0.92),
  "acceptable writer": (what, measured) => atLeast(what, measured, 0.92),
  "verifier writes": (what, measured) => atMost(what, measured, 0),
  "searched notice first": (what, measured) => atLeast(what, measured, 0.88),
};

/** Each rate that was measured and promised. */
export const verdictsOn = (rates: Record<string, Rate | undefined>): Verdict[] =>
  Object.entries(promises).flatMap(([what, judge]) => judge(what, shareOf(rates[what])) ?? []);
