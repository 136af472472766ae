import { useTranslations } from "next-intl";
import { ChooseForm, ChooseOne } from "#components/ui/choose-form";
import { EmptyState } from "#components/ui/empty-state";
import { ListPage } from "#components/ui/list-page";
import { Options } from "#components/ui/options";
import { type EventType, eventTypes } from "#lib/audit/event-types";
import type { AuditLog } from "#lib/desk/list-audit";
import { withQuery } from "#lib/i18n/paths";
import { AuditList } from "./audit-list.tsx";
import { eventKey } from "./event-key.ts";

type Props = AuditLog & { filter: { type?: EventType | undefined; before?: string | undefined } };

const types = Object.keys(eventTypes) as EventType[];

/** Who did what and when, newest first, of all types or of one. */
export function AuditPage({ filter: { type, before }, rows, names, nextBefore }: Props) {
  const t = useTranslations("people.audit");
  return (
    <ListPage
      title={t("title")}
      intro={t("lead")}
      width="table"
      filter={
        <ChooseForm submit={t("show")}>
          <ChooseOne name="type" label={t("type")} chosen={type} any={t("allTypes")}>
            <Options values={types} word={(each) => t(`event.${eventKey(each)}`)} />
          </ChooseOne>
        </ChooseForm>
      }
      empty={rows.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      paging={{
        cursor: before,
        next: nextBefore,
        hrefOf: (cursor) => withQuery("/desk/audit", { type, before: cursor }),
      }}
    >
      <AuditList rows={rows} names={names} />
    </ListPage>
  );
}
