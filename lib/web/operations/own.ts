import { clock } from "#lib/platform/clock";
import { config } from "#lib/platform/config";
import { isReady, ownsTables } from "#lib/platform/readiness";
import { z } from "#lib/platform/validation";
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
];

/** What works, and is set up in a way that nobody should want in earnest. */
const warnings = async () => ({
  ...((await ownsTables()) && { ownsTables: true as const }),
  ...(hasUntrustedProxy() && { untrustedProxy: true as const }),
});

/** Nobody shall take a clock that is wrong on purpose for a right one. */
const movedClock = () => config.CLOCK_OFFSET_FILE && { clockOffset: clock.offset };
