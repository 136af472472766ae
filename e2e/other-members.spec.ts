import { expect } from "@playwright/test";
import { ruleOf } from "#lib/access/permissions";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { addressOf, answerOf, deskActions, needOf, open } from "./pages/access.ts";
import { callAction } from "./pages/action.ts";
import { builtActions } from "./pages/built.ts";
import { everyWork, inputsFor, type MemberWork, seedMemberWork } from "./pages/member-work.ts";
import { newPerson, someMember, test } from "./pages/people.ts";

const member = someMember();

test.describe("what belongs to another member", () => {
  const theirs = someMember(member);

  test("is on no page and in no list", async ({ ask }) => {
    const [own, other] = [await seedMemberWork(member), await seedMemberWork(theirs)];
    const request = await ask(await newPerson(member, ...everyWork));
    const addresses = (work: MemberWork) => [
      `/desk/claims/${work.offered}`,
      `/desk/claims/${work.writing}/draft`,
      `/desk/claims/${work.published}/correction`,
      `/desk/drafts/${work.draft}`,
      `/desk/drafts/${work.publishedDraft}`,
      `/desk/members/${work.memberId}/${work.colleague.id}`,
      `/desk/duty?member=${work.memberId}`,
      `/desk/keys/${work.key}`,
      `/desk/endpoints/${work.webhook}`,
      `/desk/endpoints/${work.digest}`,
      `/desk/files/${work.upload}`,
      `/desk/files/${work.upload}/copy`,
    ];
    for (const path of addresses(own)) {
      expect.soft(answerOf(await open(request, path)), `our own ${path}`).toBe("open");
    }
    for (const path of addresses(other)) {
      expect.soft(answerOf(await open(request, path)), `their ${path}`).toBe("refused");
    }
    const lists = (work: MemberWork) => [
      { path: "/desk/assignments?state=all", shown: work.offered },
      { path: "/desk/reviews", shown: work.draft },
      { path: "/desk/duty", shown: work.leave },
      { path: "/desk/duty", shown: work.duty },
      { path: "/desk/members", shown: work.colleague.email },
      { path: "/desk/keys", shown: work.key },
      { path: "/desk/endpoints", shown: work.webhook },
      { path: "/desk/endpoints", shown: work.digest },
    ];
    for (const [at, { path, shown }] of lists(own).entries()) {
      const text = await (await open(request, path)).text();
      expect.soft(text.includes(shown), `${path} shows what is ours`).toBe(true);
      expect.soft(text.includes(lists(other)[at]?.shown ?? ""), `${path} shows what is theirs`).toBe(false);
    }
  });

  test("is touched by no action", async ({ ask }) => {
    const other = await seedMemberWork(theirs);
    const request = await ask(await newPerson(member, ...everyWork));
    const inputs = await inputsFor(other);
    const forMembers = deskActions.filter(({ name }) => {
      const need = needOf(name);
      return need !== "account.manage" && ruleOf(need).member.length > 0;
    });
    expect(Object.keys(inputs).toSorted()).toEqual(forMembers.map(({ name }) => name).toSorted());
    const work = {
      claimId: other.writing,
      draftId: other.draft,
      memberId: theirs,
      userId: other.colleague.id,
      keyId: other.key,
      endpointId: other.webhook,
      evidenceId: other.evidence,
      uploadId: other.upload,
      slug: other.slug,
      alertId: newId(),
    };
    for (const action of forMembers) {
      for (const input of inputs[action.name] ?? []) {
        const answer = await callAction(request, action, addressOf(action.page, work), input);
        expect.soft(answer.refused, `${action.name}: ${answer.text.slice(0, 200)}`).toBe("FORBIDDEN");
      }
    }
  });

  test("is closed again once the work was given back", async ({ ask }) => {
    const claim = await seedClaim({ status: "assigned", lead: member, writer: theirs });
    const request = await ask(await newPerson(member, ...everyWork));
    const path = `/desk/claims/${claim.id}`;
    expect(answerOf(await open(request, path))).toBe("open");
    const { id } = await db.assignment.findFirstOrThrow({ where: { claimId: claim.id, memberId: member } });
    const [giveBack] = builtActions().filter(({ name }) => name === "returnAction");
    if (!giveBack) throw new Error("there is no returnAction");
    await callAction(request, giveBack, path, { assignmentId: id, reason: "不归我们管" });
    expect(answerOf(await open(request, path))).toBe("refused");
  });
});
