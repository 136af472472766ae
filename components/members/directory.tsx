import { useLocale, useTranslations } from "next-intl";
import { ReadAloud } from "#components/site/read-aloud";
import { Page } from "#components/ui/page";
import { Part } from "#components/ui/part";
import type { MemberSummary } from "#lib/members/queries";
import { memberKinds, type Tier, tiers } from "#lib/members/vocabulary";
import type { Division } from "#lib/reference/divisions";
import { DirectoryFilter } from "./directory-filter.tsx";
import { MemberGroup } from "./member-group.tsx";

type Props = { members: readonly MemberSummary[]; divisions: readonly Division[] };

/** Kinds with a member in nearly every place are grouped by prefecture. */
const localKinds: readonly string[] = ["city-cyberspace-office", "city-media", "county-media-centre"];

/** Every member of the network, tier by tier. */
export function Directory({ members, divisions }: Props) {
  const t = useTranslations("public.members");
  const locale = useLocale();
  const places = new Map(divisions.map(({ code, zh, en }) => [code, locale === "en" ? en : zh]));
  return (
    <Page title={t("title")} intro={t("intro", { count: members.length })} actions={<ReadAloud elderOnly />}>
      <DirectoryFilter label={t("filter")} none={t("noneFound")} />
      {tiers.map((tier) => (
        <DirectoryTier
          key={tier}
          tier={tier}
          members={members.filter((member) => member.tier === tier)}
          places={places}
        />
      ))}
    </Page>
  );
}

type TierProps = { tier: Tier; members: readonly MemberSummary[]; places: ReadonlyMap<string, string> };

function DirectoryTier({ tier, members, places }: TierProps) {
  const t = useTranslations("public.members");
  const labels = useTranslations("labels");
  const kinds = memberKinds.filter((kind) =>
    members.some((member) => member.kind === kind && !isLocal(member)),
  );
  const prefectures = [
    ...Map.groupBy(members.filter(isLocal), (member) => `${member.divisionCode.slice(0, 4)}00`),
  ];
  return (
    <Part id={`tier-${tier}`} title={labels(`tier.${tier}`)} look="font-serif text-2xl" className="pt-6">
      <p className="measure mt-1 text-ink-soft">{t(`tierMeaning.${tier}`)}</p>
      {kinds.map((kind) => (
        <MemberGroup
          key={kind}
          title={labels(`memberKind.${kind}`)}
          members={members.filter((member) => member.kind === kind)}
          open
        />
      ))}
      {prefectures.length > 0 ? <h3 className="mt-8 text-lg">{t("byPrefecture")}</h3> : null}
      {prefectures.map(([code, local]) => (
        <MemberGroup key={code} title={places.get(code) ?? code} members={local} />
      ))}
    </Part>
  );
}

const isLocal = ({ kind }: MemberSummary) => localKinds.includes(kind);
