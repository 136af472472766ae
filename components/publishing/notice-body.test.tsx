import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { locales } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import type { PublishedContent } from "#lib/publishing/content";
import { NoticeBody } from "./notice-body.tsx";

const evidence: PublishedContent["evidence"][number] = {
  type: "official-statement",
  publisher: "省地震局",
  title: "通报",
  url: null,
  archivedUrl: null,
  publishedOn: null,
  shows: "没有发布过预报意见。",
  isPrimary: true,
};
const content: PublishedContent = {
  title: "“今晚有地震”？不实",
  titleEn: "",
  verdict: "false",
  summary: "没有发布过这样的预报。",
  claimed: "今晚3点有7级地震。",
  points: [{ text: "地震部门未发布过预报意见。", evidence: [1] }],
  evidence: [evidence],
  advice: "请以官方发布为准。",
  howWeKnow: "查阅公开记录。",
  replies: [],
  verifiedBy: [],
  writtenBy: { id: "sc-piyao", zh: "平台", en: "Platform" },
  reviewedBy: [],
};

describe.each(locales)("what a notice says in %s", (locale) => {
  const { unsupported, noEvidence, found } = messages[locale].public.notice;
  const read = (change: Partial<PublishedContent>) =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="Asia/Shanghai">
        <NoticeBody content={{ ...content, ...change }} />
      </NextIntlClientProvider>,
    );

  it("leads from each point to its evidence", () => {
    const page = read({});
    expect(page).toContain('href="#evidence-1"');
    expect(page).not.toContain(unsupported);
    expect(page).not.toContain(noEvidence);
  });

  it("says of a point whose evidence was withdrawn that none stands behind it", () => {
    const page = read({ points: [{ text: "据说如此。", evidence: [] }], evidence: [] });
    expect(page).toContain(unsupported);
    expect(page).toContain(noEvidence);
  });

  it("has no findings to show where there is no point", () => {
    expect(read({ points: [], evidence: [] })).not.toContain(found);
  });
});
