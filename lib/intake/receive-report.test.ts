import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { readyReference } from "#seed/reference";
import { isReceived, receiveReport, type Sender } from "./receive-report.ts";

beforeAll(readyReference);

const at = (sender: Pick<Sender, "channel"> & Partial<Sender>): Sender => ({
  network: "a network",
  locale: "zh-CN",
  ...sender,
});

async function receive(text: string, sender: Sender) {
  const outcome = await receiveReport({ text }, sender);
  return outcome.ok ? outcome.receipt : outcome.reason;
}

describe("a report that is sent twice", () => {
  it.each([
    ["a form", at({ channel: "web", key: randomUUID() })],
    ["an application", at({ channel: "api", key: randomUUID() })],
    ["a member", at({ channel: "member", memberId: "sc-piyao", key: "of-a-member" })],
  ])("by %s is one report", async (_, sender) => {
    expect(await isReceived({ text: "发了两次" }, sender)).toBe(false);
    const receipt = await receive("发了两次", sender);
    expect(await receive("发了两次", sender)).toBe(receipt);
    expect(await isReceived({ text: "发了两次" }, sender)).toBe(true);
  });

  it("without a key is two", async () => {
    const sender = at({ channel: "api" });
    expect(await receive("没有键", sender)).not.toBe(await receive("没有键", sender));
    expect(await isReceived({ text: "没有键" }, sender)).toBe(false);
  });

  it("with other words is another report of a form, and a mistake of an application", async () => {
    const key = randomUUID();
    const [form, application] = [at({ channel: "web", key }), at({ channel: "api", key })];
    expect(await receive("先这样说", form)).not.toBe(await receive("后那样说", form));
    await receive("先这样说", application);
    expect(await receive("后那样说", application)).toBe("KEY_REUSED");
  });

  it("under one key by two members, or a member and a citizen, is two", async () => {
    const key = randomUUID();
    const receipts = await Promise.all([
      receive("同一个键", at({ channel: "member", memberId: "sc-piyao", key })),
      receive("同一个键", at({ channel: "member", memberId: "group-sichuan-daily", key })),
      receive("同一个键", at({ channel: "api", key })),
    ]);
    expect(new Set(receipts).size).toBe(3);
  });

  it.each(["web", "api"] as const)("by a stranger (%s) has a key that nobody can guess", async (channel) => {
    const refused = { code: "VALIDATION", fields: [{ path: "Idempotency-Key" }] };
    const sender = at({ channel, key: "1" });
    await expect(receiveReport({ text: "猜得到的键" }, sender)).rejects.toMatchObject(refused);
    await expect(isReceived({ text: "猜得到的键" }, sender)).rejects.toMatchObject(refused);
  });
});
