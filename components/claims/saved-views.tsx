import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { Badge } from "#components/ui/badge";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { ListPage } from "#components/ui/list-page";
import type { QueueFilter } from "#lib/claims/schema";
import type { SavedView } from "#lib/desk/saved-views";
import type { FormAction } from "#lib/web/form";
import { queueHref, queueQuery } from "./queue-href.ts";
import { SaveViewForm } from "./save-view-form.tsx";

type Props = {
  /** What is to be saved, where somebody came with filters. */
  filter: QueueFilter | null;
  saved: readonly SavedView[];
  actions: Record<"saveViewAction" | "deleteViewAction", FormAction>;
};

/** The saved filters of the queue: those of the desk, one's own, and a form for one more. */
export function SavedViews({ filter, saved, actions }: Props) {
  const t = useTranslations("desk.savedViews");
  const queue = useTranslations("desk.queue");
  return (
    <ListPage
      title={t("title")}
      intro={t("intro")}
      width="form"
      above={[{ href: "/desk/queue", label: queue("title") }]}
      filter={
        filter ? (
          <SaveViewForm
            action={actions.saveViewAction}
            query={queueQuery({ ...filter, cursor: undefined })}
            shown={<Link href={queueHref(filter)}>{t("filter")}</Link>}
          />
        ) : null
      }
      empty={saved.length === 0 && !filter && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
    >
      <ul aria-label={t("list")} className={saved.length > 0 ? "border-line border-t" : undefined}>
        {saved.map(({ id, name, filter: given, isShared, isOwn }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-line border-b py-2">
            <Link href={queueHref(given)} className="min-w-0 flex-1">
              {name}
            </Link>
            {isShared ? <Badge tone="outline">{t("shared")}</Badge> : null}
            {isOwn ? (
              <PressForm
                action={actions.deleteViewAction}
                hidden={{ viewId: id }}
                submit={t("delete", { name })}
                variant="quiet"
              />
            ) : (
              <span className="text-ink-soft text-sm">{t("by")}</span>
            )}
          </li>
        ))}
      </ul>
    </ListPage>
  );
}
