"use client";

import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLive } from "#components/desk/live-desk";
import { Link } from "#components/ui/link";
import { alertsHref } from "#lib/i18n/addresses";

/** More than this is not counted. */
const MOST = 99;

/** How many alerts somebody has not read, and the way there; it follows what happens, in all tabs. */
export function AlertBell({ unread }: { unread: number }) {
  const t = useTranslations("alerts.bell");
  const live = useLive();
  const [heard, setHeard] = useState<{ shown: number; unread: number } | null>(null);
  useEffect(
    () =>
      live?.line.hear((word) => {
        if (word.kind === "alerts") setHeard({ shown: unread, unread: word.unread });
      }),
    [live, unread],
  );
  // What the server has said since is newer than what was heard before.
  const count = heard?.shown === unread ? heard.unread : unread;
  return (
    <Link
      href={alertsHref()}
      data-key="i"
      aria-keyshortcuts="i"
      className="relative -mx-2 flex min-h-11 min-w-11 items-center justify-center text-ink no-underline hover:text-azurite"
    >
      <Bell aria-hidden className="size-[1.25em]" />
      <span className="sr-only">
        {t("label")} {count > MOST ? t("many") : t("count", { count })}
      </span>
      {count > 0 ? (
        <span
          aria-hidden
          data-count={count}
          className="absolute start-6 top-1 min-w-5 rounded-full bg-azurite px-1 text-center font-medium text-paper text-xs tabular-nums leading-5 elder:static elder:ms-1 elder:min-w-8 elder:text-base elder:leading-8"
        >
          {count > MOST ? `${MOST}+` : count}
        </span>
      ) : null}
    </Link>
  );
}
