import { expect } from "@playwright/test";
import { seedClaim } from "#seed/claims";
import { expectAnswer } from "./pages/answer.ts";
import { newPerson, platform, test } from "./pages/people.ts";

test.describe("an address", () => {
  const forged = Buffer.from("99999999999999999.not-an-id").toString("base64url");

  test("with a forged cursor, a doubled parameter or nonsense is told so, in its language", async ({
    ask,
  }) => {
    const request = await ask();
    for (const language of ["", "/en"]) {
      const lists = [
        `/debunks?cursor=${forged}`,
        "/debunks?verdict=false&verdict=true",
        "/debunks?verdict=lies",
        "/debunks?from=2025-02-30",
        `/debunks?topic=${"a".repeat(5000)}`,
        `/corrections/older/${forged}`,
        "/debunks/__proto__",
        "/debunks/%F0%9F%98%80",
      ];
      for (const path of lists) await expectAnswer(request, language + path, [404]);
      for (const path of [
        "/?from=timeline&isappinstalled=0",
        "/track?receipt=a&receipt=b",
        "/members?q=a&q=b",
      ]) {
        await expectAnswer(request, language + path, [200]);
      }
    }
    for (const path of ["/%E0%A4%A", "/debunks/%E0%A4%A", `/${"a".repeat(9000)}`, "/debunks/..%2f..%2fetc"]) {
      const answer = await request.get(path);
      expect
        .soft([400, 404, 414], `${path.slice(0, 40)} answers ${answer.status()}`)
        .toContain(answer.status());
    }
  });

  test("of the desk with nonsense in it is told so", async ({ ask }) => {
    const claim = await seedClaim({ status: "review-1" });
    const request = await ask(await newPerson(platform, "moderator", "reviewer", "admin", "auditor"));
    const draft = `/desk/drafts/${claim.draftIds[0]}`;
    for (const language of ["", "/en"]) {
      const gone = [
        `/desk/assignments?cursor=${forged}`,
        "/desk/assignments?state=open&state=all",
        `/desk/deliveries?cursor=${forged}`,
        "/desk/audit?before=-1",
        "/desk/audit?before=99999999999999999999999",
        "/desk/audit?type=nothing",
        "/desk/audit?type=report.submitted&type=debunk.published",
        "/desk/claims/not-an-id",
        "/desk/drafts/not-an-id",
        "/desk/claims/99999999999999999999",
        "/desk/members/nobody/not-an-id",
      ];
      for (const path of gone) await expectAnswer(request, language + path, [404]);
      const open = [
        `/desk/queue?cursor=${forged}`,
        "/desk/queue?view=all&view=new",
        "/desk/queue?view=all&q=%00%27%22%3B--&q=x",
        "/desk/queue?view=all&q=%25_%5C%27%22",
        "/desk/members?q=a&q=b",
        `${draft}?against=1&against=2`,
        `${draft}?against=-1&edit=1&edit=2&done=x&done=y`,
        `/desk/claims/${claim.id}?view=nowhere&cursor=${forged}`,
      ];
      for (const path of open) await expectAnswer(request, language + path, [200]);
    }
  });

  test("of the door with nonsense in it still opens", async ({ ask }) => {
    const request = await ask();
    for (const path of [
      "/desk/sign-in?ended=1&ended=2",
      "/desk/join?token=a&token=b",
      "/desk/join?token=%00",
      "/desk/setup",
    ]) {
      await expectAnswer(request, path, [200, 404]);
      await expectAnswer(request, `/en${path}`, [200, 404]);
    }
  });
});
