import type { RoutePart } from "./guards.ts";

/** Why somebody who comes after the chosen one was not chosen. */
export type NextCode = "not-valid" | "leave" | "no-accounts" | "load" | "lower-priority";

/**
 * Why a route is proposed as it is: a code and its facts, worded in the reader's language. `conflict` and `next` tell why not
 * others: who would have come first but may not, and who comes next.
 */
export type RouteReason = {
  part: "level" | RoutePart | "conflict" | "next";
  code: string;
  facts: Record<string, string>;
};

/** Whether a reason tells why somebody was not chosen. */
export const isAgainst = ({ part }: RouteReason): boolean => part === "conflict" || part === "next";

declare global {
  namespace PrismaJson {
    type RouteReasons = import("./reasons.ts").RouteReason[];
  }
}
