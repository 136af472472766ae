import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Table } from "#components/ui/table";
import type { TimelineEvent } from "#lib/audit/queries";
import { eventKey } from "./audit-page.tsx";
import { EventFacts } from "./event-facts.tsx";

export type AuditRow = Omit<TimelineEvent, "seq"> & { seq: string };

export type AuditNames = {
  people: ReadonlyMap<string, string>;
  members: ReadonlyMap<string, { zh: string; en: string }>;
};

/** Events one below the other: when, what, who in which role, and the facts. */
export function AuditTable({ rows, names }: { rows: readonly AuditRow[]; names: AuditNames }) {
  const t = useTranslations("people.audit");
  return (
    <Table caption={t("title")} hideCaption dense>
      <thead>
        <tr>
          <th scope="col">{t("time")}</th>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("who")}</th>
          <th scope="col">{t("details")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="whitespace-nowrap">
              <DateTime time={row.at} />
              <span className="block text-ink-soft">{t("number", { seq: row.seq })}</span>
            </td>
            <th scope="row" className="whitespace-nowrap">
              {t(`event.${eventKey(row.type)}`)}
            </th>
            <td className="min-w-40">
              <Who row={row} names={names} />
            </td>
            <td className="min-w-64">
              {row.reason ? (
                <p className="whitespace-pre-line">
                  <span className="text-ink-soft">{t("reason")} </span>
                  {row.reason}
                </p>
              ) : null}
              <EventFacts data={row.data} members={names.members} />
              {row.claimId ? <Link href={`/desk/claims/${row.claimId}`}>{t("openClaim")}</Link> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Who({ row, names }: { row: AuditRow; names: AuditNames }) {
  const t = useTranslations("people.audit");
  const labels = useTranslations("labels.role");
  const nameOf = useLocalName();
  if (row.actorKind !== "person") return t(row.actorKind);
  const member = names.members.get(row.actorMemberId ?? "");
  return (
    <>
      {names.people.get(row.actorUserId ?? "") ?? t("unknownPerson")}
      {row.actorRole ? (
        <span className="block text-ink-soft">
          {t("asRole", {
            role: labels(row.actorRole),
            member: member ? nameOf(member) : (row.actorMemberId ?? ""),
          })}
        </span>
      ) : null}
    </>
  );
}
