import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import { can, type Resource } from "#lib/access/can";
import type { Permission } from "#lib/access/permissions";
import { platformRoles, type Role, roles } from "#lib/access/roles";
import { newId } from "#lib/platform/id";
import { revalidationKey } from "#lib/publishing/revalidate-pages";
import { seedClaim } from "#seed/claims";
import { actorOf } from "#seed/people";
import { callAction } from "./pages/action.ts";
import { builtActions, handlersOnDisk, pagesOnDisk } from "./pages/built.ts";
import { newPerson, type Somebody, test } from "./pages/people.ts";
import { actions, handlers, pages } from "./routes.ts";

const platform = "sc-piyao";
const member = "mc-511722";

const identities: { role: Role; memberId: string }[] = [
  ...roles.map((role) => ({ role, memberId: platform })),
  ...roles.filter((role) => !platformRoles.includes(role)).map((role) => ({ role, memberId: member })),
];

const deskPages = Object.entries(pages).filter(([, need]) => need !== "public") as [string, Permission][];
const deskActions = builtActions().filter(({ name }) => actions[name] !== "public");

test.describe("everything is declared", () => {
  test("every page", () => expect(Object.keys(pages).toSorted()).toEqual(pagesOnDisk()));
  test("every route handler", () => expect(Object.keys(handlers).toSorted()).toEqual(handlersOnDisk()));
  test("every server action", () => {
    const names = builtActions().map(({ name }) => name);
    expect(new Set(names).size, "two actions have one name").toBe(names.length);
    expect(names.toSorted()).toEqual(Object.keys(actions).toSorted());
  });
});

/** A claim of the member to write about, and one with a text in review. */
async function seedWork() {
  const [writing, reviewing] = [
    await seedClaim({ status: "drafting", lead: member, writer: member }),
    await seedClaim({ status: "review-1", lead: member, writer: member }),
  ];
  return {
    claimId: writing.id,
    draftId: reviewing.draftIds[0] ?? "",
    memberId: member,
    userId: writing.crew.writer.id,
  };
}

type Work = Awaited<ReturnType<typeof seedWork>>;

const addressOf = (page: string, work: Work) =>
  page.replace(/\[(\w+)\]/g, (_, name: string) => work[name as keyof Work] ?? newId());

/** What a page or its record answers: in, out to the door, or out. */
function answerOf(response: APIResponse): "open" | "sign in" | "refused" | string {
  const status = response.status();
  const location = response.headers().location ?? "";
  if (status === 307 && location.includes("/desk/sign-in")) return "sign in";
  if (status === 200 || (status === 307 && location.includes("/desk/"))) return "open";
  return status === 403 || status === 404 ? "refused" : `${status}`;
}

const open = (request: APIRequestContext, path: string) => request.get(path, { maxRedirects: 0 });

for (const { role, memberId } of identities) {
  const who = `a ${role} at ${memberId === platform ? "the platform" : "a member"}`;

  test(`${who} opens the pages that the permissions name, and no other`, async ({ ask }) => {
    const person = await newPerson(memberId, role);
    const [request, work] = [await ask(person), await seedWork()];
    for (const [page, permission] of deskPages) {
      const resource: Resource | undefined = page.includes("[") ? { memberIds: [member] } : undefined;
      const expected = can(actorOf(person), permission, resource) ? "open" : "refused";
      for (const language of ["", "/en"]) {
        const path = language + addressOf(page, work);
        expect.soft(answerOf(await open(request, path)), `${path} needs ${permission}`).toBe(expected);
      }
    }
  });

  test(`${who} is heard by the actions that the permissions name, and by no other`, async ({ ask }) => {
    const person = await newPerson(memberId, role);
    const [request, work] = [await ask(person), await seedWork()];
    for (const action of deskActions) {
      const need = actions[action.name] as Permission;
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
  for (const [page] of deskPages) {
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

test("an action that another site sends is not carried out", async ({ ask }) => {
  const [request, claim] = [await ask(await newPerson(platform, "moderator")), await seedClaim()];
  const [triage] = builtActions().filter(({ name }) => name === "triageAction");
  if (!triage) throw new Error("there is no triageAction");
  const path = `/desk/claims/${claim.id}`;
  const headers = { origin: "https://elsewhere.example" };
  const answer = await callAction(request, triage, path, { claimId: claim.id }, headers);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.hasErrors).toBe(false);
});

test.describe("what belongs to another member", () => {
  const [ours, theirs] = ["mc-511722", "outlet-cover-news"];
  const everyWork: Role[] = ["coordinator", "verifier", "writer", "reviewer"];

  /** The same work at both members, and a person of ours who may do everything there is to do at a member. */
  async function seedBoth() {
    const at = async (one: string) => ({
      assigned: await seedClaim({ status: "assigned", lead: one, writer: one, wording: `${one} 派单 ${newId()}` }),
      writing: await seedClaim({ status: "drafting", lead: one, writer: one, wording: `${one} 撰稿 ${newId()}` }),
      reviewing: await seedClaim({ status: "review-1", lead: one, writer: one, wording: `${one} 审稿 ${newId()}` }),
      published: await seedClaim({ status: "published", lead: one, writer: one, wording: `${one} 发布 ${newId()}` }),
    });
    return { person: await newPerson(ours, ...everyWork), own: await at(ours), other: await at(theirs) };
  }

  test("is on no page and in no list", async ({ ask }) => {
    const { person, own, other } = await seedBoth();
    const request = await ask(person);
    const addresses = ({ assigned, writing, reviewing, published }: typeof own, crew: Somebody | { id: string }) => [
      `/desk/claims/${assigned.id}`,
      `/desk/claims/${writing.id}/draft`,
      `/desk/claims/${published.id}/correction`,
      `/desk/drafts/${reviewing.draftIds[0]}`,
      `/desk/drafts/${published.draftIds[0]}`,
      `/desk/members/${reviewing.writer}/${crew.id}`,
    ];
    for (const path of addresses(own, own.reviewing.crew.writer)) {
      expect.soft(answerOf(await open(request, path)), `own ${path}`).toBe("open");
    }
    for (const path of addresses(other, other.reviewing.crew.writer)) {
      const answer = await open(request, path);
      expect.soft(answerOf(answer), `of another member: ${path}`).toBe("refused");
      expect.soft(await answer.text()).not.toContain(theirs);
    }
    const work = await (await open(request, "/desk/assignments?state=all")).text();
    expect(work).toContain(own.assigned.id);
    expect(work).not.toContain(other.assigned.id);
    const reviews = await (await open(request, "/desk/reviews")).text();
    expect(reviews).toContain(own.reviewing.draftIds[0]);
    expect(reviews).not.toContain(other.reviewing.draftIds[0]);
  });
});
