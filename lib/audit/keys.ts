import type { EventType } from "#lib/audit/event-types";
import type { Messages } from "#lib/i18n/messages";

type EventKey = keyof Messages["people"]["audit"]["event"];

/** An event type as a key of messages, which have no dots. */
export const eventKey = (type: EventType) => type.replace(".", "-") as EventKey;
