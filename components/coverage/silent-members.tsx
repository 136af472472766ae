import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { Part } from "#components/ui/part";
import { RelativeTime } from "#components/ui/relative-time";
import type { SilentMember } from "#lib/distribution/coverage/list-silent";
import { coverageHref } from "#lib/i18n/addresses";
import type { Division } from "#lib/reference/divisions";
import { Contacts } from "./contacts.tsx";
import { PrefectureGrid } from "./prefecture-grid.tsx";

type Props = {
  page: { items: readonly SilentMember[]; nextCursor: string | null };
  filter: { prefecture?: string | undefined; cursor?: { memberId: string } | undefined };
  tiles: readonly { prefecture: string; silent: number }[];
  divisions: readonly Division[];
};

/** Who is silent about something of late, where, since when, and whom to call. */
export function SilentMembers({ page, filter, tiles, divisions }: Props) {
  const t = useTranslations("coverage");
  const hrefOf = (query: { prefecture?: string | undefined; cursor?: string | undefined }) =>
    coverageHref(undefined, { view: "silent", ...query });
  return (
    <>
      <p className="max-w-measure text-ink-soft">{t("silentLead")}</p>
      <PrefectureGrid
        title={t("gridSilent")}
        divisions={divisions}
        tiles={new Map(tiles.map(({ prefecture, silent }) => [prefecture, { count: silent }]))}
        chosen={filter.prefecture}
        hrefOf={(prefecture) => hrefOf({ prefecture })}
        labelOf={(place, { count }) => t("tileSilent", { place, count })}
      />
      <Part title={t("memberList")} look="text-lg" className="space-y-3">
        {page.items.length === 0 ? (
          <EmptyState heading="h3" title={t(filter.prefecture ? "emptyMembers" : "emptySilent")} />
        ) : (
          <ul className="divide-y divide-line border-line border-y">
            {page.items.map((member) => (
              <li key={member.id} className="py-3">
                <Row member={member} />
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Pagination
        isTimeless
        cursor={filter.cursor?.memberId}
        next={page.nextCursor}
        hrefOf={(cursor) => hrefOf({ prefecture: filter.prefecture, cursor })}
      />
    </>
  );
}

function Row({ member }: { member: SilentMember }) {
  const t = useTranslations("coverage");
  const nameOf = useLocalName();
  const { since, notices, lastSign, contacts, reminder } = member;
  return (
    <article className="grid gap-x-6 gap-y-1 md:grid-cols-[2fr_2fr_2fr] elder:grid-cols-1">
      <h3 className="text-base">{nameOf(member)}</h3>
      <dl className="text-sm [&_dd]:inline [&_dt]:inline [&_dt]:text-ink-soft">
        <div>
          <dt>{t("since")} </dt>
          <dd>
            <RelativeTime time={since} /> · {t("noticeCount", { count: notices })}
          </dd>
        </div>
        <div>
          <dt>{t("lastSign")} </dt>
          <dd>{lastSign ? <RelativeTime time={lastSign} /> : t("never")}</dd>
        </div>
      </dl>
      <Contacts contacts={contacts} reminder={reminder} />
    </article>
  );
}
