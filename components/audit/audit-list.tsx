import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { eventKey } from "#lib/audit/keys";
import type { AuditNames, AuditRow } from "#lib/desk/list-audit";
import { EventFacts } from "./event-facts.tsx";

/** Events one below the other: when, what, who in which role, and the facts; side by side where there is room. */
export function AuditList({ rows, names }: { rows: readonly AuditRow[]; names: AuditNames }) {
  const t = useTranslations("people.audit");
  return (
    <ol className="divide-y divide-line border-line border-y text-sm leading-relaxed">
      {rows.map((row) => (
        <li
          key={row.id}
          className="grid gap-x-5 gap-y-1 py-2.5 md:grid-cols-[12.5rem_9rem_1fr_1.5fr] elder:md:grid-cols-1"
        >
          <p className="tabular-nums">
            <DateTime time={row.at} />
            <span className="block text-ink-soft">{t("number", { seq: row.seq })}</span>
          </p>
          <h2 className="text-sm">{t(`event.${eventKey(row.type)}`)}</h2>
          <div>
            <Who row={row} names={names} />
          </div>
          <div className="min-w-0">
            {row.reason ? (
              <p className="whitespace-pre-line">
                <span className="text-ink-soft">{t("reason")} </span>
                {row.reason}
              </p>
            ) : null}
            <EventFacts type={row.type} data={row.data} names={names} />
            {row.claim ? (
              <Link href={`/desk/claims/${row.claim.id}`}>
                {t("openClaim", { number: row.claim.number ?? "" })}
              </Link>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
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
