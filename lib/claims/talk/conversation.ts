/** What the desk and the sender of a report said to each other, oldest first. */
export type Said = { author: "desk" | "citizen"; text: string; at: Date };

/** The newest question of the desk that the sender has not answered; whatever the sender wrote after it is an answer. */
export function openQuestion<Message extends Said>(messages: readonly Message[]): Message | null {
  const last = messages.at(-1);
  return last?.author === "desk" ? last : null;
}

/** Whether the sender has added something that the desk has not answered with a further question. */
export const hasNews = (messages: readonly Said[]): boolean => messages.at(-1)?.author === "citizen";

/** How many messages a sender may add to one report in a day. */
export const MESSAGES_A_DAY = 20;
