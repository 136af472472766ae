import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { Select } from "#components/ui/select";
import { type EventType, eventTypes } from "#lib/audit/event-types";
import type { AuditLog } from "#lib/desk/list-audit";
import { AuditList } from "./audit-list.tsx";
import { eventKey } from "./event-key.ts";

type Props = AuditLog & { chosen: EventType | undefined };

const types = Object.keys(eventTypes) as EventType[];

const hrefOf = (type: EventType | undefined, before?: string) =>
  `/desk/audit?${new URLSearchParams({ ...(type && { type }), ...(before && { before }) })}`;

/** Who did what and when, newest first, of all types or of one. */
export function AuditPage({ chosen, rows, names, isFirst, nextBefore }: Props) {
  const t = useTranslations("people.audit");
  return (
    <div className="mx-auto max-w-6xl space-y-5 elder:max-w-none">
      <header>
        <h1 className="font-serif text-2xl sm:text-3xl">{t("title")}</h1>
        <p className="mt-1 text-ink-soft">{t("lead")}</p>
      </header>
      <form className="flex flex-wrap items-end gap-3">
        <div className="min-w-0">
          <label htmlFor="audit-type" className="block font-semibold text-sm">
            {t("type")}
          </label>
          <Select id="audit-type" name="type" defaultValue={chosen ?? ""} className="mt-1 min-w-56">
            <option value="">{t("allTypes")}</option>
            {types.map((type) => (
              <option key={type} value={type}>
                {t(`event.${eventKey(type)}`)}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit" variant="secondary">
          {t("show")}
        </Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <AuditList rows={rows} names={names} />
      )}
      <Pagination
        newer={isFirst ? undefined : hrefOf(chosen)}
        older={nextBefore ? hrefOf(chosen, nextBefore) : undefined}
      />
    </div>
  );
}
