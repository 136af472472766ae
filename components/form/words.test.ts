import { expect, it } from "vitest";
import { messages } from "#lib/i18n/messages";

it.each(["zh-CN", "en"] as const)(
  "every refusal in %s says what happened, what was kept and what to do",
  (locale) => {
    const { refused, refusals } = messages[locale].form;
    for (const told of Object.values({ ...refused, ...refusals })) {
      const title = "title" in told ? told.title : "";
      expect(told.detail.length).toBeGreaterThan(title.length);
    }
  },
);
