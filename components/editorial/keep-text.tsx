"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { controlsOf, fillControls, findTyped, forgetTyped, keepTyped } from "#components/form/keep.ts";
import type { useRows } from "#components/form/use-rows.ts";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { RelativeTime } from "#components/ui/relative-time";
import { countRows, typedIn } from "#lib/web/form";
import { POINTS, readContent } from "./draft-fields.ts";

type Props = {
  form: RefObject<HTMLFormElement | null>;
  rows: ReturnType<typeof useRows>;
  storageKey: string;
  baseVersion: number;
  savedVersion: number | null;
};

/** Keeps unsaved text in this browser until it is saved, and offers it again after a reload or an ended session. */
export function KeepText({ form, rows, storageKey, baseVersion, savedVersion }: Props) {
  const t = useTranslations("editorial.draft.restored");
  const [found, setFound] = useState<ReturnType<typeof findTyped>>(null);

  useEffect(() => {
    const { current } = form;
    if (!current) return;
    const typed = () => typedIn(new FormData(current));
    const kept = findTyped(storageKey);
    const text = (of: ReturnType<typeof typed>) => JSON.stringify(readContent(of));
    if (kept && text(kept.typed) !== text(typed())) setFound(kept);
    else forgetTyped(storageKey);
    const keep = () => keepTyped(storageKey, typed());
    current.addEventListener("input", keep);
    return () => current.removeEventListener("input", keep);
  }, [form, storageKey]);

  useEffect(() => {
    if (savedVersion !== null) forgetTyped(storageKey);
  }, [savedVersion, storageKey]);

  if (!found) return null;
  const restore = () => {
    const { current } = form;
    if (!current) return;
    flushSync(() => {
      rows.renew(countRows(found.typed, POINTS));
      setFound(null);
    });
    fillControls(current, controlsOf(current), found.typed);
  };
  const discard = () => {
    forgetTyped(storageKey);
    setFound(null);
  };
  return (
    <Notice title={t("title")} live="status">
      <p>
        {t("text")} <RelativeTime time={found.at} />
        {found.typed.baseVersion?.[0] === String(baseVersion) ? null : ` · ${t("older")}`}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={restore}>
          {t("restore")}
        </Button>
        <Button size="sm" variant="secondary" onClick={discard}>
          {t("discard")}
        </Button>
      </div>
    </Notice>
  );
}
