import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "#components/ui/badge";
import { Link } from "#components/ui/link";
import { RelativeTime } from "#components/ui/relative-time";
import type { KeyRow } from "#lib/members/list-keys";

const tones: Record<KeyRow["state"], BadgeTone> = {
  live: "malachite",
  ending: "ochre",
  expired: "outline",
  revoked: "outline",
};

/** One key: what it is for, how it stands, who made it and when it was last used. */
export function KeyItem({ apiKey, mayManage }: { apiKey: KeyRow; mayManage: boolean }) {
  const t = useTranslations("keys");
  const scope = useTranslations("labels.scope");
  const isEnglish = useLocale() === "en";
  const { id, name, hint, state, scopes, asksForRotation } = apiKey;
  const { createdAt, createdBy, lastUsedAt, expiresAt, revokedAt } = apiKey;
  const end = revokedAt ?? expiresAt;
  const isUsable = state === "live" || state === "ending";
  return (
    <article className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-base">
          <span className="min-w-0 break-words">{name}</span>
          <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
          {asksForRotation ? <Badge tone="ochre">{t("asksForRotation")}</Badge> : null}
        </h3>
        {mayManage && isUsable ? (
          <Link
            href={`/desk/keys/${id}`}
            data-row
            aria-label={t("manageOf", { name, hint })}
            className="flex min-h-11 items-center"
          >
            {t("manage")}
          </Link>
        ) : null}
      </div>
      {asksForRotation ? <p className="text-sm">{t("asksForRotationText")}</p> : null}
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 text-sm sm:grid-cols-[1fr_2fr_2fr_1.5fr_1.5fr] elder:grid-cols-1">
        <Fact term={t("hint")}>
          <code>…{hint}</code>
        </Fact>
        <Fact term={t("scopes")}>{scopes.map((each) => scope(each)).join(isEnglish ? ", " : "、")}</Fact>
        <Fact term={t("created")}>
          {createdBy ? t("createdBy", { name: createdBy }) : null}
          <RelativeTime time={createdAt} />
        </Fact>
        <Fact term={t("lastUsed")}>{lastUsedAt ? <RelativeTime time={lastUsedAt} /> : t("neverUsed")}</Fact>
        <Fact term={t("until")}>{end ? <RelativeTime time={end} /> : t("noEnd")}</Fact>
      </dl>
    </article>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-soft">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
