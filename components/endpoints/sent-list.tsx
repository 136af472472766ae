import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "#components/ui/badge";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Part } from "#components/ui/part";
import { RelativeTime } from "#components/ui/relative-time";
import type { SentRow } from "#lib/distribution/list-attempts";
import { noticeHref } from "#lib/i18n/addresses";

type State = "sent" | "scheduled" | "waiting" | NonNullable<SentRow["failure"]>;

const tones: Record<State, BadgeTone> = {
  sent: "malachite",
  scheduled: "outline",
  waiting: "ochre",
  tries: "vermilion",
  gone: "outline",
  outdated: "outline",
  refused: "outline",
};

const stateOf = ({ sentAt, failure, tries }: SentRow): State =>
  sentAt ? "sent" : (failure ?? (tries.length > 0 ? "waiting" : "scheduled"));

type Props = {
  rows: readonly SentRow[];
  /** Whoever gets it says by itself that it has it. */
  isMail: boolean;
};

/** What was to be sent to an endpoint of late, with each attempt. */
export function SentList({ rows, isMail }: Props) {
  const t = useTranslations("endpoints");
  return (
    <Part title={t("sentTitle")} className="space-y-3">
      {rows.length === 0 ? (
        <p className="text-ink-soft">{t("sentEmpty")}</p>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {rows.map((row) => (
            <li key={row.id} className="space-y-1 py-3">
              <SentItem row={row} isMail={isMail} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function SentItem({ row, isMail }: { row: SentRow; isMail: boolean }) {
  const t = useTranslations("endpoints");
  const { versions, createdAt, dueAt, receivedAt, sentAt, tries } = row;
  const [only, ...others] = versions;
  const state = stateOf(row);
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
        {only && others.length === 0 ? (
          <Link href={noticeHref(only.debunk.slug)}>{only.debunk.title}</Link>
        ) : (
          <span>{t("letterOf", { count: versions.length })}</span>
        )}
        <Badge tone={tones[state]}>
          {t(state === "sent" && isMail ? "delivery.mailed" : `delivery.${state}`)}
        </Badge>
      </h3>
      {others.length > 0 ? (
        <ul className="list-disc ps-5 text-sm">
          {versions.map(({ number, debunk }) => (
            <li key={debunk.slug}>
              <Link href={noticeHref(debunk.slug)}>{debunk.title}</Link>{" "}
              <span className="text-ink-soft">{t("version", { number })}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="flex flex-wrap gap-x-4 text-ink-soft text-sm">
        {only && others.length === 0 ? <span>{t("version", { number: only.number })}</span> : null}
        <RelativeTime time={createdAt} />
        {dueAt && (state === "waiting" || (state === "scheduled" && dueAt > createdAt)) ? (
          <span>
            {t(state === "waiting" ? "nextTry" : "due")} <DateTime time={dueAt} />
          </span>
        ) : null}
        {isMail && sentAt ? <Receipt receivedAt={receivedAt} /> : null}
      </p>
      <Tries tries={tries} />
    </>
  );
}

function Receipt({ receivedAt }: { receivedAt: Date | null }) {
  const t = useTranslations("endpoints");
  if (!receivedAt) return <span>{t("notReceived")}</span>;
  return (
    <span className="text-malachite">
      {t("receivedAt")} <DateTime time={receivedAt} />
    </span>
  );
}

function Tries({ tries }: Pick<SentRow, "tries">) {
  const t = useTranslations("endpoints");
  if (tries.length === 0) return null;
  return (
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
  );
}
