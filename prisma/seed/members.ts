import type { Duty, MemberKind, Tier } from "#lib/members/vocabulary";
import members from "./data/members.json" with { type: "json" };
import { shortNamesOf } from "./short-names.ts";

type Entry = {
  id: string;
  zh: string;
  zh_full?: string | null;
  en: string;
  short?: string[];
  kind: string;
  tier: string;
  region: string;
  parent: string | null;
  topics: string[];
  roles: string[];
  languages?: string[];
  certainty: string;
  note?: string | null;
};

/** The network's directory, groups before their outlets. */
export const memberRows = (members as Entry[]).map((member) => ({
  id: member.id,
  zh: member.zh,
  zhFull: member.zh_full ?? null,
  en: member.en,
  kind: member.kind as MemberKind,
  tier: member.tier as Tier,
  divisionCode: member.region,
  parentId: member.parent,
  topics: member.topics,
  duties: member.roles as Duty[],
  languages: member.languages ?? [],
  shortNames: shortNamesOf(member),
  certainty: member.certainty,
  note: member.note ?? null,
}));
