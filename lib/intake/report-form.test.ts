import { describe, expect, it } from "vitest";
import { readForm } from "#lib/web/form";
import { fingerprintOf } from "./fingerprint.ts";
import { reportFormSchema } from "./report-form.ts";

const sent = { locale: "zh-CN", key: "01890000-0000-7000-8000-000000000000" };

describe("reportFormSchema", () => {
  it.each([
    ["example.org/page\nhttps://example.org/b", ["https://example.org/page", "https://example.org/b"]],
    ["看看 https://v.douyin.com/abc/ 【某某的作品】\n\n", ["https://v.douyin.com/abc/"]],
    ["  \n\n", []],
  ])("reads the links %j", (links, urls) => {
    expect(reportFormSchema.parse({ ...sent, text: "某事", links }).urls).toEqual(urls);
  });

  it("refuses a line that is no link", () => {
    const refused = reportFormSchema.safeParse({ ...sent, links: "https://example.org/a\n不是链接" });
    expect(refused.error?.issues).toMatchObject([{ path: ["links"], message: "badUrl" }]);
  });

  it("refuses a link with a receipt in it", () => {
    const links = "https://example.org/a\nhttps://example.org/track?code=7K3M%2D9QXT-2BCD-5FGH-8JNP-0RSV";
    const refused = reportFormSchema.safeParse({ ...sent, text: "某事", links });
    expect(refused.error?.issues).toMatchObject([{ path: ["links"], message: "receiptInText" }]);
  });

  it("turns a day into the beginning of that day in Sichuan", () => {
    const parsed = reportFormSchema.parse({ ...sent, text: "某事", seenAt: "2024-05-12" });
    expect(parsed.seenAt).toBe("2024-05-12T00:00:00+08:00");
  });

  it("tells an e-mail address from a telephone number", () => {
    const contact = (typed: string) =>
      reportFormSchema.parse({ ...sent, text: "某事", contact: typed }).contact;
    expect(contact("Reader@Example.org")).toEqual({ email: "reader@example.org" });
    expect(contact("028 8123 4567")).toEqual({ phone: "028 8123 4567" });
  });

  it("takes what nobody sees for nothing", () => {
    const unseen = "\u200b\u2060 \u00ad\ufe0f";
    const refused = reportFormSchema.safeParse({ ...sent, text: unseen, links: unseen });
    expect(refused.error?.issues).toMatchObject([{ path: ["text"], message: "atLeastOne" }]);
  });

  it("wants a text or a link, and nothing else", () => {
    expect(reportFormSchema.safeParse(sent).error?.issues.map(({ path }) => path.join("."))).toEqual([
      "text",
    ]);
    expect(reportFormSchema.safeParse({ ...sent, links: "example.org" }).success).toBe(true);
  });

  it("knows whether what is known was seen, for this very question alone", () => {
    const checked = fingerprintOf({ text: "明天停水", links: "https://example.org/a" });
    const seen = (fields: object) => reportFormSchema.parse({ ...sent, checked, ...fields }).checked;
    expect(seen({ text: "明天停水\r\n", links: "https://example.org/a" })).toBe(true);
    expect(seen({ text: "后天停水", links: "https://example.org/a" })).toBe(false);
    expect(seen({ text: "明天停水" })).toBe(false);
  });

  it("takes files and a proof as a form sends them", () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...sent, proof: "proof" })) form.append(name, value);
    const ids = ["01890000-0000-7000-8000-000000000001", "01890000-0000-7000-8000-000000000002"];
    const parsed = () => readForm(reportFormSchema, form);
    form.append("uploadIds", ids[0] ?? "");
    expect(parsed()).toMatchObject({ input: { uploadIds: ids.slice(0, 1), proof: "proof" } });
    form.append("uploadIds", ids[1] ?? "");
    expect(parsed()).toMatchObject({ input: { uploadIds: ids } });
    form.set("proof", "p".repeat(4001));
    expect(parsed()).toEqual({ ok: false, errors: { proof: "invalid" } });
  });
});
