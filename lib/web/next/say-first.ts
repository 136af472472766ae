import { getLocale, getTranslations } from "next-intl/server";
import { type EventVoice, wordEvent } from "#lib/desk/events";
import type { First as Found } from "#lib/desk/find-who-was-first";
import type { First } from "../form.ts";

/** Who was first, in words: the browser of whoever came too late need not have those of all that may have happened. */
export async function sayFirst({ event, people, ...names }: Found): Promise<First> {
  const [t, labels, timeline, isEnglish] = await Promise.all([
    getTranslations("desk.events"),
    getTranslations("labels"),
    getTranslations("desk.timeline"),
    getLocale().then((locale) => locale === "en"),
  ]);
  const nameOf = ({ zh, en }: { zh: string; en: string }) => (isEnglish ? en : zh);
  const member = names.members.find(({ id }) => id === event.actorMemberId);
  const who =
    event.actorKind === "person"
      ? [
          event.actorUserId && people.get(event.actorUserId),
          event.actorRole && labels(`role.${event.actorRole}`),
          member && nameOf(member),
        ]
      : [timeline(event.actorKind)];
  return {
    words: wordEvent(names, { t, labels, nameOf } as unknown as EventVoice)(event),
    reason: event.reason,
    who: who.filter(Boolean).join(" · "),
    at: event.at,
  };
}
