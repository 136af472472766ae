import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LanguageProvider } from "#components/ui/language";
import type { Match } from "#lib/answers/match-schema";
import { locales } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { MatchAnswer } from "./match-answer.tsx";
import type { MatchListProps } from "./match-props.ts";

const notice: Match = {
  kind: "debunk",
  id: "1",
  slug: "20261129-1",
  claim: "今晚有地震",
  title: "“今晚有地震”？不实",
  verdict: "false",
  summary: "没有发布过这样的预报。",
  advice: "请以官方发布为准。",
  state: "published",
  score: 0.9,
  level: "same",
  why: [],
};
const asking: MatchListProps["asking"] = {
  form: () => null,
  formId: "asking",
  counted: null,
  isRefused: false,
  isPending: false,
  renew: () => {},
};

describe.each(locales)("an answer in %s", (locale) => {
  const words = messages[locale].public.match;
  const read = (match: Match) =>
    renderToStaticMarkup(
      <LanguageProvider locale={locale} words={messages[locale].common.client}>
        <MatchAnswer
          matches={[match]}
          text="今晚有地震吗"
          words={words}
          badges={{} as MatchListProps["badges"]}
          asking={asking}
        />
      </LanguageProvider>,
    );

  it("says what was found out and what one can do", () => {
    const page = read(notice);
    expect(page).toContain(words.answeredTitle);
    expect(page).toContain("没有发布过这样的预报。");
    expect(page).toContain(words.advice);
    expect(page).toContain("请以官方发布为准。");
  });

  it("says of a near miss that it is one, and gives no advice by it", () => {
    const page = read({ ...notice, level: "similar" });
    expect(page).toContain(words.nearTitle);
    expect(page).toContain(words.nearText);
    expect(page).toContain(words.similar);
    expect(page).not.toContain(words.foundText);
    expect(page).not.toContain("请以官方发布为准。");
  });

  it("advises nothing by a notice that was retracted", () => {
    const { summary: _, advice: __, ...retracted } = notice;
    expect(read({ ...retracted, state: "retracted" })).not.toContain(words.advice);
  });
});
