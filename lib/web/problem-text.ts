import type { Locale } from "#lib/i18n/locale";
import type { AppErrorCode } from "#lib/platform/errors";
import english from "../i18n/messages/en/errors.json" with { type: "json" };
import chinese from "../i18n/messages/zh-CN/errors.json" with { type: "json" };

/** What the API can answer instead of a result; the last four are its own besides the codes of the application. */
export type ProblemCode =
  | AppErrorCode
  | "KEY_REUSED"
  | "REPORT_CLOSED"
  | "NOT_A_PLATFORM"
  | "NOT_IMPLEMENTED";

const texts = { "zh-CN": chinese, en: english } as const;
const fieldTexts: Record<Locale, Record<string, string>> = { "zh-CN": chinese.field, en: english.field };

/** The title and explanation of a problem for whoever calls the API. */
export const problemText = (code: ProblemCode, language: Locale): { title: string; detail: string } =>
  texts[language].problem[code];

/** The sentence for the code of a rejected field. */
export const fieldText = (code: string, language: Locale): string =>
  fieldTexts[language][code] ?? texts[language].field.invalid;
