"use client";

import { useTranslations } from "next-intl";
import type { First } from "#lib/desk/find-who-was-first";
import { EventLine } from "./timeline.tsx";

/** Whose decision was there first: what it was, by whom and why. */
export function WhoWasFirst({ first: { event, ...names } }: { first: First }) {
  const t = useTranslations("desk.live");
  return (
    <div className="mt-2 space-y-0.5">
      <p className="font-medium text-sm">{t("first")}</p>
      <EventLine event={event} data={names} />
    </div>
  );
}
