"use client";

import { useTranslations } from "next-intl";
import { RelativeTime } from "#components/ui/relative-time";
import type { First } from "#lib/web/form";

/** Whose decision was there first: what it was, by whom and why. */
export function WhoWasFirst({ first: { words, reason, who, at } }: { first: First }) {
  const t = useTranslations("desk.live");
  return (
    <div className="mt-2 space-y-0.5">
      <p className="font-medium text-sm">{t("first")}</p>
      <p>{words}</p>
      {reason ? (
        <p className="whitespace-pre-wrap text-sm">
          <span className="text-ink-soft">{t("reason")}</span> {reason}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
        <span>{who}</span>
        <RelativeTime time={at} />
      </p>
    </div>
  );
}
