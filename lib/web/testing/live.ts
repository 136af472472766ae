import { once } from "node:events";
import { request as ask, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { afterEach, expect, vi } from "vitest";
import type { EventActor } from "#lib/access/actor";
import type { Role } from "#lib/access/roles";
import { startSession } from "#lib/access/sign-in";
import type { EventType } from "#lib/audit/event-types";
import { recordEvent } from "#lib/audit/record-event";
import { db, type Tx } from "#lib/platform/db";
import { actorOf, seedPerson } from "#seed/people";
import { liveHub } from "../live/hub.ts";
import { sealSession, sessionCookie } from "../session.ts";
import { listening } from "./listener.ts";

/** What a browser made of what came: an event counts when its empty line has come, and its number with it. */
export function heardIn(text: string): { event: string; data: unknown; id: string | null }[] {
  return text
    .split("\n\n")
    .slice(0, -1)
    .flatMap((block) => {
      const lines = new Map(block.split("\n").map((line) => line.split(/: (.*)/s) as [string, string]));
      const data = lines.get("data");
      return data === undefined
        ? []
        : [{ event: lines.get("event") ?? "", data: JSON.parse(data), id: lines.get("id") ?? null }];
    });
}

/** The number from which a browser goes on. */
export const lastIdIn = (text: string): string | null =>
  heardIn(text).findLast(({ id }) => id !== null)?.id ?? null;

/** The claims that were named in what came. */
export const claimsIn = (text: string, event = "changes"): string[] =>
  heardIn(text)
    .filter((one) => one.event === event)
    .flatMap(({ data }) =>
      (data as ({ claims: string[] } | string)[]).flatMap((one) =>
        typeof one === "string" ? one : one.claims,
      ),
    );

/** By what name the server knows the stream. */
export const streamIdIn = (text: string): string => {
  const hello = heardIn(text).find(({ event }) => event === "hello");
  return (hello?.data as { stream?: string } | undefined)?.stream ?? "";
};

type Asked = { since?: number; last?: string; method?: string; port?: number };

const open = new Set<{ cut(): void }>();
afterEach(() => {
  for (const one of open) one.cut();
  open.clear();
});

/** Opens the stream of a browser, over a connection of its own. */
export async function openLive(
  cookie: string,
  { since, last, method = "GET", port = listening.port }: Asked = {},
) {
  const sent = ask({
    ...{ host: "127.0.0.1", port, method, agent: false },
    path: since === undefined ? "/api/desk/live" : `/api/desk/live?since=${since}`,
    headers: { cookie, ...(last && { "last-event-id": last }) },
  });
  sent.on("error", () => {});
  sent.end();
  const [answer]: [IncomingMessage] = await (once(sent, "response") as Promise<[IncomingMessage]>);
  answer.setEncoding("utf8");
  answer.on("error", () => {});
  const stream = {
    status: answer.statusCode,
    headers: answer.headers as IncomingHttpHeaders,
    text: "",
    isOver: false,
    answer,
    cut: () => void sent.destroy(),
    /** Until this has come. */
    until: (event: string, of: unknown = expect.anything()) =>
      vi.waitFor(
        () => expect(heardIn(stream.text)).toContainEqual(expect.objectContaining({ event, data: of })),
        {
          timeout: 60_000,
          interval: 5,
        },
      ),
    /** Until something has come about this claim. */
    untilClaim: (claim: string) =>
      vi.waitFor(() => expect(claimsIn(stream.text)).toContain(claim), { timeout: 60_000, interval: 5 }),
    untilOver: () => vi.waitFor(() => expect(stream.isOver).toBe(true), { timeout: 60_000, interval: 5 }),
  };
  answer.on("data", (text: string) => {
    stream.text += text;
  });
  answer.once("close", () => {
    stream.isOver = true;
  });
  open.add(stream);
  return stream;
}

/** Somebody who has just signed in, with what their browser keeps. */
export async function signedIn(memberId: string, ...roles: readonly Role[]) {
  const person = await seedPerson({ roles: roles.map((role) => ({ memberId, role })) });
  const sessionId = await startSession(person.id);
  const cookie = `${sessionCookie.name}=${await sealSession(sessionId)}`;
  return { person, sessionId, cookie, actor: { ...actorOf(person), sessionId } };
}

const system: EventActor = { kind: "system" };

/** Something that happens to a claim. */
export const happen = (
  claimId: string,
  type: EventType = "claim.raised",
  data = {},
  tx: Tx = db,
): Promise<void> => recordEvent(tx, { type, actor: system, subjectId: claimId, claimId, data });

/** Until this process has heard of everything that has happened to claims so far. */
export async function caughtUp(): Promise<void> {
  const { seq: newest } = await db.event.findFirstOrThrow({
    where: { claimId: { not: null } },
    orderBy: { seq: "desc" },
  });
  await vi.waitFor(() => expect(liveHub().position).toBeGreaterThanOrEqual(Number(newest)), {
    timeout: 60_000,
    interval: 5,
  });
}
