import { useTranslations } from "next-intl";
import { type EventNames, type EventVoice, wordEvent } from "#lib/desk/events";
import { useLocalName } from "./local-name.ts";

export type { EventNames };

/** Words an event of a claim in one sentence; its ids and codes become names. */
export function useEventWords(names: EventNames): ReturnType<typeof wordEvent> {
  const [t, labels] = [useTranslations("desk.events"), useTranslations("labels")];
  return wordEvent(names, { t, labels, nameOf: useLocalName() } as unknown as EventVoice);
}
