import { expect, it } from "vitest";
import { messages } from "#lib/i18n/messages";
import { wordProblem } from "./words.tsx";

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

it.each([
  ["required", "Write something"],
  ["tooShort:7", "7 are missing"],
  ["tooShort", "{count} are missing"],
  ["odd", "That is not right"],
  ["odd:7", "That is not right"],
])("words a problem by its field, by its code, or as any other, with its number: %s", (code, said) => {
  const problems = {
    "text.required": "Write something",
    tooShort: "{count} are missing",
    invalid: "That is not right",
  };
  expect(wordProblem(problems, "text", code)).toBe(said);
});
