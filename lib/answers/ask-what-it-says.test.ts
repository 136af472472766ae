import { beforeAll, describe, expect, it } from "vitest";
import { placeReport } from "#lib/claims/reports/place-report";
import { receiveReport, type Sender } from "#lib/intake/receive-report";
import type { NewReport } from "#lib/intake/schema";
import { knownClaims } from "#lib/matching/known-claims";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { readyReference } from "#seed/reference";
import { askWhatItSays } from "./ask-what-it-says.ts";

beforeAll(readyReference);

const sender = { channel: "api", network: "192.0.2.1", locale: "zh-CN" } satisfies Sender;
const link = () => `https://news.example.cn/a/${newId()}`;
const asked = (report: NewReport) => askWhatItSays(report, sender);

async function file(report: NewReport) {
  const outcome = await receiveReport(report, sender);
  if (!outcome.ok) throw new Error(outcome.reason);
  const { id } = await db.report.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } });
  await placeReport(id);
  return db.claimReport.findUniqueOrThrow({ where: { reportId: id }, include: { claim: true } });
}

describe("a report is asked what it says", () => {
  it.each<[string, NewReport, string]>([
    ["a link in its field", { urls: [link()] }, "bareLink"],
    ["a link as its text", { text: link() }, "bareLink"],
    ["a link without its scheme", { text: "news.example.cn/a/1" }, "bareLink"],
    ["a link and a question about it", { text: `${link()} 是真的吗？` }, "bareLink"],
    ["a link whose note says nothing either", { urls: [link()], note: "求辟谣！" }, "bareLink"],
    [
      "a share line without a title",
      { text: `7.53 复制打开抖音，看看【小王的作品】 ${link()} 04/12 abC:/` },
      "bareLink",
    ],
    ["words that only pass something on", { text: "紧急通知！请转发给更多人🙏🙏" }, "wordless"],
    ["pictures that were left out of a chat", { text: "[图片][语音]" }, "wordless"],
  ])("that is %s", async (_, report, message) => {
    await expect(asked(report)).rejects.toMatchObject({
      code: "VALIDATION",
      fields: [{ path: "text", message }],
    });
  });

  it.each<[string, NewReport]>([
    ["with words", { text: `地铁明天停运 ${link()}` }],
    ["with two words", { text: "停水" }],
    ["with words in another language", { text: `the bridge fell ${link()}` }],
    ["with words in the note", { urls: [link()], note: "说的是地铁明天停运" }],
    ["with a picture", { urls: [link()], uploadIds: [newId()] }],
  ])("but not one %s", async (_, report) => {
    await expect(asked(report)).resolves.toBeUndefined();
  });

  it("but not one whose link is known, which joins as before", async () => {
    const url = link();
    const first = await file({ text: "雅安的熊猫基地下月起闭园三年", urls: [url] });
    await (await knownClaims()).refresh([first.claimId]);
    await expect(asked({ text: `${url} 真的吗` })).resolves.toBeUndefined();
    expect((await file({ text: `${url} 真的吗` })).claimId).toBe(first.claimId);
  });

  it("but not one that was taken in before and is sent again", async () => {
    const again = { ...sender, key: newId() };
    const report = { urls: [link()] };
    await receiveReport(report, again);
    await expect(askWhatItSays(report, again)).resolves.toBeUndefined();
  });
});

it("founds a claim of what its note says where its text says nothing", async () => {
  const { claim } = await file({ text: `真的吗 ${link()}`, note: "视频里说泸州老窖的酒窖塌了一半" });
  expect(claim.wording).toBe("视频里说泸州老窖的酒窖塌了一半");
});
