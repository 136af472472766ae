import { useLocale, useTranslations } from "next-intl";
import { ChooseForm, ChooseOne, ChooseWords } from "#components/ui/choose-form";
import { EmptyState } from "#components/ui/empty-state";
import { ListPage } from "#components/ui/list-page";
import { Notice } from "#components/ui/notice";
import { Options } from "#components/ui/options";
import { type EventType, eventTypes } from "#lib/audit/event-types";
import { eventKey } from "#lib/audit/keys";
import type { readAuditFilter } from "#lib/desk/audit-filter";
import type { AuditLog } from "#lib/desk/list-audit";
import { auditExportHref } from "#lib/i18n/addresses";
import { withQuery } from "#lib/i18n/paths";
import { AuditList } from "./audit-list.tsx";

type Props = NonNullable<ReturnType<typeof readAuditFilter>> & {
  /** Null where what was typed cannot be. */
  log: AuditLog | null;
};

const types = Object.keys(eventTypes) as EventType[];

/** Who did what and when, newest first: everything, or what a person did, what became of a claim, what was on some days. */
export function AuditPage({ filter: { type, before }, typed, wrong, log }: Props) {
  const t = useTranslations("people.audit");
  const chosen = { ...typed, type };
  const isNarrowed = Object.values(chosen).some(Boolean);
  return (
    <ListPage
      title={t("title")}
      intro={t("lead")}
      width="table"
      filter={
        <>
          <ChooseForm
            submit={t("show")}
            clear={isNarrowed ? { href: "/desk/audit", label: t("clear") } : null}
          >
            <ChooseWords
              name="person"
              label={t("person")}
              chosen={typed.person}
              shortcut="/"
              maxLength={50}
            />
            <ChooseWords
              name="claim"
              label={t("claim")}
              chosen={typed.claim}
              placeholder="#128"
              maxLength={12}
            />
            <ChooseOne name="type" label={t("type")} chosen={type} any={t("allTypes")}>
              <Options values={types} word={(each) => t(`event.${eventKey(each)}`)} />
            </ChooseOne>
            <ChooseWords name="from" type="date" label={t("from")} chosen={typed.from} />
            <ChooseWords name="to" type="date" label={t("to")} chosen={typed.to} />
          </ChooseForm>
          {wrong.length > 0 ? (
            <Notice tone="error">
              {wrong.map((name) => (
                <p key={name}>{t(`wrong.${name as "claim"}`)}</p>
              ))}
            </Notice>
          ) : null}
          {log && log.rows.length > 0 ? <Export chosen={chosen} /> : null}
        </>
      }
      empty={log?.rows.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      paging={{
        cursor: before,
        next: log?.nextBefore ?? null,
        hrefOf: (cursor) => withQuery("/desk/audit", { ...chosen, before: cursor }),
      }}
    >
      {log ? <AuditList rows={log.rows} names={log.names} /> : null}
    </ListPage>
  );
}

type ExportProps = { chosen: Readonly<Record<string, string | undefined>> };

/** A plain link: the browser saves what it leads to. */
function Export({ chosen }: ExportProps) {
  const t = useTranslations("people.audit");
  const href = auditExportHref(chosen, useLocale());
  return (
    <p data-print="hide">
      <a href={href} download>
        {t("export")}
      </a>{" "}
      <span className="text-ink-soft text-sm">{t("exportHint")}</span>
    </p>
  );
}
