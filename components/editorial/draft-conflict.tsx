"use client";

import { useTranslations } from "next-intl";
import { WhoWasFirst } from "#components/claims/who-was-first";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { proseParts } from "#lib/editorial/difference";
import type { DraftContent } from "#lib/editorial/status";
import type { First } from "#lib/web/form";

type Props = {
  draftId: string;
  version: number;
  theirs: DraftContent;
  mine: DraftContent;
  first: First | null;
};

/** Two people edited one text: both stand side by side, and nothing is lost. */
export function DraftConflict({ draftId, version, theirs, mine, first }: Props) {
  const t = useTranslations("editorial.draft");
  const verdict = useTranslations("labels.verdict");
  const points = ({ points: all }: DraftContent) =>
    all.map(({ text }, at) => `${at + 1}. ${text}`).join("\n");
  const rows = [
    ...proseParts.map((part) => ({ label: t(part), theirs: theirs[part], mine: mine[part] })),
    { label: t("verdict"), theirs: verdict(theirs.verdict), mine: verdict(mine.verdict) },
    { label: t("points"), theirs: points(theirs), mine: points(mine) },
  ].filter((row) => row.theirs !== row.mine);
  return (
    <section className="space-y-4">
      <Notice tone="warning" live="alert" title={t("conflict.title")}>
        <p>{t("conflict.text", { version })}</p>
        {first ? <WhoWasFirst first={first} /> : null}
        <Link href={`/desk/drafts/${draftId}`} target="_blank">
          {t("conflict.open", { version })}
        </Link>
      </Notice>
      {rows.length === 0 ? <p>{t("conflict.same")}</p> : null}
      {rows.map((row) => (
        <div key={row.label}>
          <h3 className="text-base">{row.label}</h3>
          <div className="mt-1 grid gap-3 sm:grid-cols-2 elder:grid-cols-1">
            <Side label={t("conflict.theirs", { version })} text={row.theirs} />
            <Side label={t("conflict.mine")} text={row.mine} />
          </div>
        </div>
      ))}
    </section>
  );
}

function Side({ label, text }: { label: string; text: string }) {
  const t = useTranslations("editorial.draft");
  return (
    <div className="rounded-sm border border-line bg-surface p-3">
      <p className="text-ink-soft text-sm">{label}</p>
      <p className="whitespace-pre-line">{text || t("empty")}</p>
    </div>
  );
}
