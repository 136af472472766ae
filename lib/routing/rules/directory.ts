import { listNamedMembers, type NamedMember } from "#lib/members/queries";
import { type Division, listDivisions } from "#lib/reference/divisions";
import { listTopics, type Topic } from "#lib/reference/topics";

/** What rules can name. */
export type Directory = {
  members: readonly NamedMember[];
  topics: readonly Topic[];
  divisions: readonly Division[];
};

/** All members, topics and divisions. */
export async function loadDirectory(): Promise<Directory> {
  const [members, topics, divisions] = await Promise.all([listNamedMembers(), listTopics(), listDivisions()]);
  return { members, topics, divisions };
}
