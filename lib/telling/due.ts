import type { RecipientKind } from "./vocabulary.ts";

/** One recipient is to be told of one event. */
export type Due = {
  id: string;
  recipientId: string;
  recipient: RecipientKind;
  eventId: string;
  attempts: number;
};

/** The row of the letter that asks a new follower to confirm: it names the follower in the place of an event. */
export const isConfirmation = ({ recipientId, eventId }: Due): boolean => recipientId === eventId;
