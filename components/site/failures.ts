import type { Locale } from "#lib/i18n/locale";
import english from "../../lib/i18n/messages/en/failure.json" with { type: "json" };
import chinese from "../../lib/i18n/messages/zh-CN/failure.json" with { type: "json" };

/** The words for when all else fails; they may not depend on anything that can fail. */
export const failures: Record<Locale, typeof chinese> = { "zh-CN": chinese, en: english };
