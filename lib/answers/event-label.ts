import type { EventType } from "#lib/audit/event-types";
import type { Locale } from "#lib/i18n/locale";
import english from "../i18n/messages/en/labels.json" with { type: "json" };
import chinese from "../i18n/messages/zh-CN/labels.json" with { type: "json" };

const labels: Record<Locale, Record<string, string>> = { "zh-CN": chinese.event, en: english.event };

/** What happened, in words for citizens; message keys have no dots, event types have one. */
export const eventLabel = (type: EventType, language: Locale): string =>
  labels[language][type.replace(".", "-")] ?? type;
