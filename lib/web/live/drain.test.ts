import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { lookAtClaims } from "#lib/claims/presence/look-at-claims";
import { days } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { drain, makeServer } from "../listen/server.ts";
import { heardIn, openLive, signedIn, streamIdIn } from "../testing/live.ts";

it("a process that ends does not wait for its streams, and nobody looks at anything by them", async () => {
  const server = makeServer({
    render: async () => {},
    pages: null,
    assets: (_request, _response, next) => next(),
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const [{ cookie, actor }, claim] = [await signedIn("sc-piyao", "moderator"), await seedClaim()];
  const stream = await openLive(cookie, { port });
  await stream.until("hello");
  const id = streamIdIn(stream.text);
  await lookAtClaims(actor, { stream: id, claims: [claim.id] });
  await drain(server, days(1));
  await stream.untilOver();
  expect(heardIn(stream.text).map(({ event }) => event)).not.toContain("ended");
  expect(await db.presence.count({ where: { streamId: id } })).toBe(0);
});
