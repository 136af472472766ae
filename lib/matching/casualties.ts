import type { Said } from "./said.ts";

/** What is said of the dead, the injured and the missing: 死亡, 烧死, 遇难, 伤亡, 被埋. */
const struck = /[死亡伤埋]|遇难|失踪|丧生|失联|去世|遗体/u;

/** Whether a wording tells that people were hurt or killed. */
export const tellsOfCasualties = ({ words }: Said): boolean =>
  words.words.some(({ text, kind }) => (kind === "deed" || kind === "thing") && struck.test(text));
