import { expect } from "@playwright/test";
import { compactVerify, createLocalJWKSet } from "jose";
import { Webhook } from "standardwebhooks";
import { test } from "./own-server.ts";
import { publish } from "./pages/desk.ts";
import { ownLib } from "./pages/own-lib.ts";

const path = "/ok/labels";
const platform = "plat-douyin";

type Told = { data: { slug: string; labelUrl: string } };

test("a platform is told of a label, believes its signature, answers, and the desk sees what it said; a retraction revokes it", async ({
  server,
  request,
  signInAs,
}) => {
  const { seedClaim, seedKey, seedWebhook, correct } = await ownLib();
  const receiver = server.takeReceiver();
  const { secret } = await seedWebhook(receiver.host, path, platform);
  const { secret: key } = await seedKey({ memberId: platform, scopes: ["deliveries"] });
  const claim = await seedClaim({ status: "review-3", verdict: "false" });
  const editor = await signInAs("duty-editor");

  const told = async (at: number) => {
    await expect.poll(() => receiver.callsOf(path).length).toBeGreaterThan(at);
    const { body = "", headers } = receiver.callsOf(path)[at] ?? {};
    return (new Webhook(secret).verify(body, headers as Record<string, string>) as Told).data;
  };
  const keys = createLocalJWKSet(await (await request.get("/.well-known/jwks.json")).json());
  /** What the signature of a label covers. */
  const labelAt = async (address: string) => {
    const { jws } = await (await request.get(new URL(address).pathname)).json();
    const { payload, protectedHeader } = await compactVerify(jws, keys);
    expect(protectedHeader).toMatchObject({ alg: "EdDSA", typ: "bianzhen-label+jws" });
    return JSON.parse(new TextDecoder().decode(payload));
  };
  const answer = (data: object) =>
    request.post("/api/v1/member/labels", { headers: { authorization: `Bearer ${key}` }, data });

  await publish(editor, claim.story.wording);
  const first = await told(0);
  const label = await test.step("the label is there as soon as the message is, and signed", async () => {
    const found = await labelAt(first.labelUrl);
    expect(found).toMatchObject({ slug: first.slug, version: 1, action: "label", verdict: "false" });
    expect(found.words["zh-CN"]).toContain("不实");
    expect(found.wordings).not.toEqual([]);
    return found;
  });

  await test.step("the platform answers, and the desk sees it beside those who have not", async () => {
    expect((await answer({ labelId: label.id, outcome: "labelled", marked: 12 })).status()).toBe(200);
    expect((await answer({ labelId: label.id, outcome: "deleted", marked: 12 })).status()).toBe(422);
    await editor.goto(`/desk/coverage/${first.slug}`);
    const row = editor.getByRole("listitem").filter({ hasText: "抖音" }).filter({ hasText: "12" });
    await expect(row.first()).toBeVisible();
    await expect(editor.getByText("还没有答复").first()).toBeVisible();
  });

  await test.step("a retraction is told of, and takes the label away", async () => {
    await correct(claim, "撤回：此前的说法没有根据", "retraction");
    const last = await told(1);
    expect(await labelAt(last.labelUrl)).toMatchObject({
      action: "revoke",
      supersedes: label.id,
      words: null,
    });
  });
});
