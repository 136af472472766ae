import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "#components/ui/badge";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Part } from "#components/ui/part";
import { RelativeTime } from "#components/ui/relative-time";
import type { SentRow } from "#lib/distribution/list-attempts";
import { noticeHref } from "#lib/i18n/addresses";

type State = "sent" | "waiting" | NonNullable<SentRow["failure"]>;

const tones: Record<State, BadgeTone> = {
  sent: "malachite",
  waiting: "ochre",
  tries: "vermilion",
  gone: "outline",
  outdated: "outline",
  refused: "outline",
};

const stateOf = ({ sentAt, failure }: SentRow): State => (sentAt ? "sent" : (failure ?? "waiting"));

/** What was to be sent to a webhook of late, with each attempt. */
export function SentList({ rows }: { rows: readonly SentRow[] }) {
  const t = useTranslations("endpoints");
  return (
    <Part title={t("sentTitle")} className="space-y-3">
      {rows.length === 0 ? (
        <p className="text-ink-soft">{t("sentEmpty")}</p>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {rows.map((row) => (
            <li key={row.id} className="space-y-1 py-3">
              <SentItem row={row} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function SentItem({ row }: { row: SentRow }) {
  const t = useTranslations("endpoints");
  const { version, createdAt, dueAt, tries } = row;
  const state = stateOf(row);
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
        <Link href={noticeHref(version.debunk.slug)}>{version.debunk.title}</Link>
        <Badge tone={tones[state]}>{t(`delivery.${state}`)}</Badge>
      </h3>
      <p className="flex flex-wrap gap-x-4 text-ink-soft text-sm">
        <span>{t("version", { number: version.number })}</span>
        <RelativeTime time={createdAt} />
        {state === "waiting" && dueAt && tries.length > 0 ? (
          <span>
            {t("nextTry")} <DateTime time={dueAt} />
          </span>
        ) : null}
      </p>
      {tries.length > 0 ? (
        <details>
          <summary className="min-h-11 py-2 text-ink-soft text-sm">
            {t("attempts", { count: tries.length })}
          </summary>
          <ul className="space-y-1 font-mono text-sm">
            {tries.map(({ id, at, status, error, milliseconds, answer }) => (
              <li key={id} className="break-all">
                <DateTime time={at} /> · {status ?? error} · {milliseconds} ms{answer ? ` · ${answer}` : ""}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
