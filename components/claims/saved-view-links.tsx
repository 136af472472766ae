import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link";
import type { QueueFilter } from "#lib/claims/schema";
import type { SavedView } from "#lib/desk/saved-views";
import { isNarrowed, queueHref, queueQuery } from "./queue-href.ts";

type Props = { filter: QueueFilter; saved: readonly SavedView[] };

/** The filters that somebody has given a name, and the way to give these one. */
export function SavedViewLinks({ filter, saved }: Props) {
  const t = useTranslations("desk.queue.saved");
  if (saved.length === 0 && !isNarrowed(filter)) return null;
  const here = queueHref(filter, { more: undefined, pick: undefined });
  const edit = isNarrowed(filter) ? `?${queueQuery({ ...filter, cursor: undefined })}` : "";
  return (
    <nav aria-label={t("label")} className="flex flex-wrap items-center gap-x-4 text-sm">
      {saved.map(({ id, name, filter: given, isShared }) => {
        const href = queueHref(given);
        return (
          <Link
            key={id}
            href={href}
            aria-current={href === here ? "page" : undefined}
            className="inline-flex min-h-9 items-center aria-[current=page]:font-semibold"
          >
            {isShared ? `${name}${t("shared")}` : name}
          </Link>
        );
      })}
      <Link href={`/desk/queue/views${edit}`} className="inline-flex min-h-9 items-center text-ink-soft">
        {t(edit ? "save" : "edit")}
      </Link>
    </nav>
  );
}
