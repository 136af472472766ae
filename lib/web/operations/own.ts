import { createHash, timingSafeEqual } from "node:crypto";
import { clock } from "#lib/platform/clock";
import { config } from "#lib/platform/config";
import { AppError } from "#lib/platform/errors";
import { isReady, ownsTables } from "#lib/platform/readiness";
import { z } from "#lib/platform/validation";
import { Content } from "../entry.ts";
import { METRICS_TYPE, readMetrics } from "../metrics.ts";
import { type Operation, operation } from "../operation.ts";
import { hasUntrustedProxy } from "../untrusted-proxy.ts";

const probe = { method: "GET", access: "public", cache: "never" } as const;

const state = z.object({
  status: z.enum(["ok", "unavailable"]),
  clockOffset: z.number().optional(),
  ownsTables: z.literal(true).optional().meta({
    description: "It came to the database as its owner, who may change tables and what is never changed.",
  }),
  untrustedProxy: z.literal(true).optional().meta({
    description:
      "A proxy stands in front that TRUSTED_PROXIES does not tell: all visitors seem to be one network.",
  }),
});

/** What those who run the service and its own processes ask. */
export const ownOperations: readonly Operation[] = [
  operation({
    ...probe,
    path: "/healthz",
    summary: "Whether this process answers at all.",
    answer: { status: 200, description: "It does.", schema: state },
    run: async () => ({ status: "ok" as const }),
  }),
  operation({
    ...probe,
    path: "/readyz",
    summary: "Whether the service as a whole works.",
    answer: { status: 200, description: "It does.", schema: state },
    run: async () =>
      (await isReady())
        ? { status: "ok" as const, ...movedClock(), ...(await warnings()) }
        : Response.json({ status: "unavailable", ...movedClock() }, { status: 503 }),
  }),
  operation({
    ...probe,
    path: "/metrics",
    summary:
      "Figures for whoever watches over the service (Prometheus); there only where METRICS_TOKEN is set.",
    headers: z.object({
      authorization: z.string().max(2_000).optional().meta({ description: "Bearer and the METRICS_TOKEN." }),
    }),
    answer: { status: 200, description: "The text format of Prometheus." },
    errors: ["UNAUTHENTICATED", "NOT_FOUND"],
    run: async ({ headers: { authorization } }) => {
      if (!config.METRICS_TOKEN) return null;
      if (!isSame(authorization ?? "", `Bearer ${config.METRICS_TOKEN}`))
        throw new AppError("UNAUTHENTICATED", [], { "WWW-Authenticate": 'Bearer realm="metrics"' });
      return new Content(await readMetrics(), METRICS_TYPE);
    },
  }),
];

/** Compared by their hashes, which takes as long whatever is right of it. */
const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(
    ...([given, expected].map((text) => createHash("sha256").update(text).digest()) as [Buffer, Buffer]),
  );

/** What works, and is set up in a way that nobody should want in earnest. */
const warnings = async () => ({
  ...((await ownsTables()) && { ownsTables: true as const }),
  ...(hasUntrustedProxy() && { untrustedProxy: true as const }),
});

/** Nobody shall take a clock that is wrong on purpose for a right one. */
const movedClock = () => config.CLOCK_OFFSET_FILE && { clockOffset: clock.offset };
