import type { NamedMember } from "#lib/members/queries";

/** What stands before the name of somebody who is only quoted, or of a place where something was only seen. */
const quoting = /(?:据|在|从|刷|看|转自|来自|来源)[：:“"《【]?$/u;
/** What follows such a name. */
const quoted =
  /^[”"》】]?(?:上|里|中|群|平台上|视频|直播|热搜|朋友圈|公众号|小程序|用户|网友|博主|主播|看到|刷到|记者|报道|讯)/u;

/**
 * Members that a wording is about, by any name of theirs or of what they belong to; not one that is only quoted or is where
 * it was seen. Of names that overlap the longest counts.
 */
export function concernedIn(wording: string, members: readonly NamedMember[]): Set<string> {
  const named = new Set(
    longest(wording, members).flatMap(({ member, from, to }) =>
      quoting.test(wording.slice(0, from)) || quoted.test(wording.slice(to)) ? [] : member.id,
    ),
  );
  const parents = new Map(members.map(({ id, parentId }) => [id, parentId]));
  const isConcerned = (id: string | null | undefined): boolean =>
    id != null && (named.has(id) || isConcerned(parents.get(id)));
  return new Set(members.flatMap(({ id }) => (isConcerned(id) ? id : [])));
}

type Naming = { member: NamedMember; from: number; to: number };

function longest(wording: string, members: readonly NamedMember[]): Naming[] {
  const all = members.flatMap((member) =>
    [member.zh, ...member.shortNames].flatMap((name) => namings(wording, name, member)),
  );
  return all.filter(
    ({ from, to }) =>
      !all.some((other) => other.from <= from && other.to >= to && other.to - other.from > to - from),
  );
}

function namings(wording: string, name: string, member: NamedMember): Naming[] {
  const found: Naming[] = [];
  for (let at = wording.indexOf(name); at >= 0; at = wording.indexOf(name, at + 1)) {
    found.push({ member, from: at, to: at + name.length });
  }
  return found;
}
