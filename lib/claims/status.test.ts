import { expect, it } from "vitest";
import { db } from "#lib/platform/db";
import { canMove, claimMoves, claimStatuses, isClosed, isOpen, isPublished } from "./status.ts";

it("is the table that the database enforces", async () => {
  const stored = await db.claimMove.findMany();
  const known = Object.entries(claimMoves).flatMap(([from, tos]) => tos.map((to) => ({ from, to })));
  const sorted = (moves: typeof stored) => moves.map(({ from, to }) => `${from} → ${to}`).toSorted();
  expect(sorted(stored)).toEqual(sorted(known));
});

it("puts every state into exactly one of open, closed and published", () => {
  for (const status of claimStatuses) {
    expect([isOpen(status), isClosed(status), isPublished(status)].filter(Boolean)).toHaveLength(1);
  }
});

it("reaches publication only through three reviews", () => {
  const paths = (status: (typeof claimStatuses)[number], seen: string[] = []): string[][] =>
    status === "published"
      ? [[...seen, status]]
      : claimMoves[status]
          .filter((next) => !seen.includes(next) && next !== status)
          .flatMap((next) => paths(next, [...seen, status]));
  for (const path of paths("received")) {
    expect(path.slice(-4)).toEqual(["review-1", "review-2", "review-3", "published"]);
  }
});

it.each(claimStatuses)("never moves a claim from %s to where it is", (status) => {
  expect(canMove(status, status)).toBe(false);
});
