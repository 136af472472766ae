import { expect, it } from "vitest";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { signId } from "#lib/platform/signed-id";
import { UNSUBSCRIBE } from "#lib/telling/address";
import { handlersOf } from "#lib/web/handlers";
import { call, described } from "#lib/web/testing/call";
import { seedReport } from "#seed/reports";

const { GET, POST } = handlersOf("/api/v1/unsubscribe");

const PATH = "/api/v1/unsubscribe";
const at = (token: string) => `${PATH}?token=${encodeURIComponent(token)}`;
const oneClick = (token: string) =>
  call(POST, at(token), {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });

it("deletes the address with one POST, and says the same a second time", async () => {
  const { id } = await seedReport({ email: "reader@example.org" });
  const token = signId(UNSUBSCRIBE, id);
  const looked = await call(GET, at(token));
  expect(looked.status).toBe(303);
  expect(looked.headers.get("location")).toBe(`http://localhost:3000/unsubscribe?token=${token}`);
  const english = await call(GET, at(token), { headers: { "accept-language": "en" } });
  expect(english.headers.get("location")).toBe(`http://localhost:3000/en/unsubscribe?token=${token}`);
  expect(await db.reportContact.count({ where: { reportId: id } })).toBe(1);
  expect((await oneClick(token)).status).toBe(204);
  expect(await db.reportContact.count({ where: { reportId: id } })).toBe(0);
  expect((await oneClick(token)).status).toBe(204);
  expect(await db.event.count({ where: { type: "contact.deleted", subjectId: id } })).toBe(1);
});

it("takes no token that we did not give out for this", async () => {
  const { id } = await seedReport({ email: "reader@example.org" });
  for (const token of [id, `${id}.`, `${id}.AAAA`, signId("confirm-follower", id), `${newId()}.x`, "x"]) {
    const answer = await oneClick(token);
    expect(answer.status, token).toBe(404);
    await described(answer, "post", PATH);
  }
  expect(await db.reportContact.count({ where: { reportId: id } })).toBe(1);
  expect((await call(POST, PATH, { method: "POST" })).status).toBe(422);
});
