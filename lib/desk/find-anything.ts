import type { Actor } from "#lib/access/actor";
import { assertCan, can } from "#lib/access/can";
import { listMemberChoices } from "#lib/members/queries";
import { requiredText, z } from "#lib/platform/validation";
import { listQueue } from "./list-queue.ts";

const SHOWN = 8;

export const findAnythingSchema = z.object({ q: requiredText(100) });

export type Found = {
  claims: { id: string; number: number; wording: string }[];
  members: { id: string; zh: string; en: string; href: string }[];
};

/** What of the desk somebody may mean by some words: claims that they may read, and members by name or pinyin. */
export async function findAnything(actor: Actor, { q }: z.infer<typeof findAnythingSchema>): Promise<Found> {
  assertCan(actor, "queue.read");
  const [claims, members] = await Promise.all([listQueue(actor, { view: "all", q }), listMemberChoices()]);
  return {
    claims: claims.items.slice(0, SHOWN).map(({ id, number, wording }) => ({ id, number, wording })),
    members: members
      .filter((member) => isCalled(member, q.toLowerCase()))
      .slice(0, SHOWN)
      .map(({ id, zh, en }) => ({ id, zh, en, href: hrefOf(actor, { id, zh }) })),
  };
}

type Called = { zh: string; en: string; spelling: string };

/** Whether a member's name has the words in it, or its pinyin or the initials of that begin with them. */
function isCalled({ zh, en, spelling }: Called, words: string): boolean {
  const syllables = spelling.split(" ");
  const begins = [syllables.join(""), syllables.map(([initial]) => initial).join("")];
  return `${zh} ${en}`.toLowerCase().includes(words) || begins.some((typed) => typed.startsWith(words));
}

/** The people of a member for those who may see them, else its place in the directory. */
const hrefOf = (actor: Actor, { id, zh }: { id: string; zh: string }): string =>
  can(actor, "people.list", { memberIds: [id] })
    ? `/desk/members?${new URLSearchParams({ q: zh })}`
    : `/members#${id}`;
