import { expect } from "@playwright/test";
import { can, type Resource } from "#lib/access/can";
import { platformRoles, type Role, roles } from "#lib/access/roles";
import { now } from "#lib/platform/clock";
import { newId } from "#lib/platform/id";
import { draftRules } from "#lib/routing/rules/draft-rules";
import { getActiveRules } from "#lib/routing/rules/queries";
import { seedAlert } from "#seed/alerts";
import { seedClaim } from "#seed/claims";
import { seedKey } from "#seed/keys";
import { actorOf, type SeededPerson } from "#seed/people";
import { seedUpload } from "#seed/uploads";
import { seedWebhook } from "#seed/webhooks";
import { addressOf, answerOf, deskActions, needOf, open, type Work } from "./pages/access.ts";
import { callAction } from "./pages/action.ts";
import { builtActions, handlersOnDisk, pagesOnDisk } from "./pages/built.ts";
import { seedUnwritten } from "./pages/member-work.ts";
import { crowdedMember as member, newPerson, platform, test } from "./pages/people.ts";
import { actions, calls, pages } from "./routes.ts";

const identities: { role: Role; memberId: string }[] = [
  ...roles.map((role) => ({ role, memberId: platform })),
  ...roles.filter((role) => !platformRoles.includes(role)).map((role) => ({ role, memberId: member })),
];

const deskPages = Object.entries(pages).flatMap(([page, need]) => (need === "public" ? [] : { page, need }));

test.describe("everything is declared", () => {
  test("every page", () => expect(Object.keys(pages).toSorted()).toEqual(pagesOnDisk()));
  test("no route handler beside the table of operations", () => expect(handlersOnDisk()).toEqual([]));
  test("every server action", () => {
    const names = builtActions().map(({ name }) => name);
    expect(new Set(names).size, "two actions have one name").toBe(names.length);
    expect(names.toSorted()).toEqual(Object.keys(actions).toSorted());
  });
});

/** A draft of the routing rules. */
async function seedRules(): Promise<string> {
  const { id: ruleSetId } = await getActiveRules();
  const draft = await draftRules(actorOf(await newPerson(platform, "admin")), { ruleSetId });
  if (!draft.ok) throw new Error(draft.reason);
  return draft.id;
}

/** A claim of the member to write about, one with a text in review, and something that concerns the person. */
async function seedWork(person?: SeededPerson): Promise<Work> {
  const [writing, reviewing] = [
    await seedUnwritten(member),
    await seedClaim({ status: "review-1", writer: member }),
  ];
  return {
    claimId: writing.id,
    draftId: reviewing.draftIds[0] ?? "",
    memberId: member,
    userId: writing.crew.writer.id,
    keyId: (await seedKey({ memberId: member })).id,
    endpointId: (await seedWebhook("hooks.invalid", "/in", member, { pausedAt: now() })).id,
    evidenceId: writing.evidenceIds[0] ?? "",
    uploadId: await seedUpload({ reportId: writing.reports[0]?.id ?? "" }),
    alertId: person ? await seedAlert(person) : newId(),
    slug: (await seedClaim({ status: "published" })).debunk?.slug ?? "",
    ruleSetId: await seedRules(),
    ruleId: "new",
  };
}

for (const [turn, { role, memberId }] of identities.entries()) {
  const who = `a ${role} at ${memberId === platform ? "the platform" : "a member"}`;

  test(`${who} opens the pages that the permissions name, and no other`, async ({ ask }) => {
    const person = await newPerson(memberId, role);
    const [request, work] = [await ask(person), await seedWork(person)];
    for (const [at, { page, need }] of deskPages.entries()) {
      const resource: Resource | undefined = page.includes("[") ? { memberIds: [member] } : undefined;
      const expected = can(actorOf(person), need, resource) ? "open" : "refused";
      // Both languages are one route: half of the people try a page in the one, half in the other.
      const language = (at + turn) % 2 === 0 ? "" : "/en";
      const path = language + addressOf(page, work);
      expect.soft(answerOf(await open(request, path)), `${path} needs ${need}`).toBe(expected);
    }
  });

  test(`${who} is heard by the actions that the permissions name, and by no other`, async ({ ask }) => {
    const person = await newPerson(memberId, role);
    const [request, work] = [await ask(person), await seedWork(person)];
    for (const action of deskActions) {
      const need = needOf(action.name);
      const { refused, hasErrors } = await callAction(request, action, addressOf(action.page, work));
      if (can(actorOf(person), need)) {
        expect.soft(refused, `${action.name} needs ${need}`).toBeNull();
        expect.soft(hasErrors, `${action.name} looks at its empty input`).toBe(true);
      } else {
        expect.soft(refused, `${action.name} needs ${need}`).toBe("FORBIDDEN");
        expect.soft(hasErrors, `${action.name} tells nothing of its input`).toBe(false);
      }
    }
  });
}

test("a stranger is sent to the door by every page of the desk", async ({ ask }) => {
  const [request, work] = [await ask(), await seedWork()];
  for (const { page } of deskPages) {
    const path = addressOf(page, work);
    expect.soft(answerOf(await open(request, path)), path).toBe("sign in");
    expect.soft(answerOf(await open(request, `/en${path}`)), `/en${path}`).toBe("sign in");
  }
});

test("a stranger is heard by no action of the desk", async ({ ask }) => {
  const [request, work] = [await ask(), await seedWork()];
  for (const action of deskActions) {
    const { refused, hasErrors } = await callAction(request, action, addressOf(action.page, work));
    expect.soft(refused, action.name).toBe("UNAUTHENTICATED");
    expect.soft(hasErrors, `${action.name} tells nothing of its input`).toBe(false);
  }
});

test("the files of reports are given out to those whom the permissions name, and to nobody else", async ({
  ask,
}) => {
  const { uploadId } = await seedWork();
  const copy = `/desk/files/${uploadId}/copy`;
  const original = `/desk/files/${uploadId}/original`;
  const stranger = await ask();
  expect((await stranger.get(copy)).status()).toBe(401);
  const origin = { origin: new URL((await stranger.get("/healthz")).url()).origin };
  expect((await stranger.post(original, { form: { reason: "测试" }, headers: origin })).status()).toBe(401);
  for (const { role, memberId } of identities) {
    const person = await newPerson(memberId, role);
    const request = await ask(person);
    const expected = can(actorOf(person), "file.read", { memberIds: [member] }) ? 200 : 403;
    expect.soft((await request.get(copy)).status(), `${role} at ${memberId}`).toBe(expected);
    const elsewhere = { origin: "https://elsewhere.example" };
    expect((await request.post(original, { form: { reason: "测试" }, headers: elsewhere })).status()).toBe(
      403,
    );
    const opened = await request.post(original, { form: { reason: "测试" }, headers: origin });
    expect.soft(opened.status(), `${role} at ${memberId}`).toBe(expected);
    if (expected !== 200) continue;
    expect(opened.headers()).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": expect.stringMatching(/^attachment; filename="[0-9a-f-]{36}\.png"$/),
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
  }
});

test("an action that another site sends is not carried out", async ({ ask }) => {
  const [request, claim] = [await ask(await newPerson(platform, "moderator")), await seedClaim()];
  const [triage] = builtActions().filter(({ name }) => name === "triageAction");
  if (!triage) throw new Error("there is no triageAction");
  const path = `/desk/claims/${claim.id}`;
  const headers = { origin: "https://elsewhere.example" };
  const answer = await callAction(request, triage, path, { claimId: claim.id }, headers);
  expect(answer.status).toBe(403);
  expect(answer.hasErrors).toBe(false);
});

test("the calls of members' applications open with a key alone, whoever is signed in", async ({ ask }) => {
  const requests = [await ask(), await ask(await newPerson(platform, "admin"))];
  const ofMembers = calls.filter(({ access }) => access === "key");
  const work = await seedWork();
  const attempts = [undefined, "Bearer", `Bearer bz_${"0".repeat(43)}`, "Basic YWRtaW46YWRtaW4="];
  for (const request of requests) {
    for (const { method, path } of ofMembers) {
      for (const authorization of attempts) {
        const headers = { ...(authorization && { authorization }) };
        const answer = await request.fetch(addressOf(path, work), { method, headers });
        expect.soft(answer.status(), `${method} ${path} ${authorization}`).toBe(401);
        expect.soft(answer.headers()["www-authenticate"]).toMatch(/^Bearer /);
      }
    }
  }
});
