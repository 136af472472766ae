import { roles } from "#lib/access/roles";
import { lookAtClaims, lookAtClaimsSchema } from "#lib/claims/presence/look-at-claims";
import { listPresence } from "#lib/desk/list-presence";
import { z } from "#lib/platform/validation";
import { openStream } from "../live/open-stream.ts";
import { type Operation, operation } from "../operation.ts";

const number = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** As many as a page of the queue that shows most. */
const MOST_ASKED = 100;

const asked = z
  .string()
  .transform((ids) => ids.split(","))
  .pipe(z.array(z.uuid()).max(MOST_ASKED));

const present = z.object({
  claim: z.string(),
  name: z.string(),
  role: z.enum(roles),
  member: z.object({ zh: z.string(), en: z.string() }).nullable(),
});

/** What the open pages of the desk hear and say by themselves. */
export const liveOperations: readonly Operation[] = [
  operation({
    method: "GET",
    path: "/api/desk/live",
    summary:
      "What happens to the claims that one may read, as server-sent events: kinds and ids, never content.",
    access: "desk.enter",
    limit: "live",
    query: z.object({ since: number.optional() }),
    // A browser sends it by itself; one that is not ours is no reason to refuse its stream for good.
    headers: z.object({ "last-event-id": number.optional().catch(undefined) }),
    answer: { status: 200, description: "A stream that ends with the session." },
    cache: "never",
    run: async ({ actor, query: { since }, headers }) =>
      openStream(actor, headers["last-event-id"] ?? since ?? null),
  }),
  operation({
    method: "GET",
    path: "/api/desk/presence",
    summary: "Who else has these claims open.",
    access: "desk.enter",
    query: z.object({ claims: asked }),
    answer: { status: 200, description: "People, the longest first.", schema: z.array(present) },
    cache: "never",
    run: ({ actor, query: { claims } }) => listPresence(actor, claims),
  }),
  operation({
    method: "POST",
    path: "/api/desk/presence",
    summary: "Which claims a browser has in sight now.",
    access: "desk.enter",
    body: lookAtClaimsSchema,
    answer: { status: 204, description: "It is noted." },
    cache: "never",
    run: async ({ actor, body }) => {
      await lookAtClaims(actor, body);
      return undefined;
    },
  }),
];
