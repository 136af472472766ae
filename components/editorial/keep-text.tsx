"use client";

import { useFormMetadata } from "@conform-to/react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { RelativeTime } from "#components/ui/relative-time";
import type { DraftContent } from "#lib/editorial/status";
import { now } from "#lib/platform/clock";
import { type DraftFields, readContent } from "./draft-fields.ts";

type Kept = { at: string; baseVersion: number; content: DraftContent };

type Props = { formId: string; storageKey: string; baseVersion: number; savedVersion: number | null };

/** Keeps unsaved text in this browser until it is saved, and offers it again after a reload or an ended session. */
export function KeepText({ formId, storageKey, baseVersion, savedVersion }: Props) {
  const t = useTranslations("editorial.draft.restored");
  const form = useFormMetadata<DraftFields>(formId);
  const content = readContent(form.value);
  const written = JSON.stringify(content);
  const saved = useRef(written);
  const latest = useRef(written);
  const [found, setFound] = useState<Kept | null>(null);

  useEffect(() => {
    const kept = read(storageKey);
    if (kept && JSON.stringify(kept.content) !== saved.current) setFound(kept);
    else localStorage.removeItem(storageKey);
  }, [storageKey]);

  useEffect(() => {
    if (savedVersion === null) return;
    saved.current = latest.current;
    localStorage.removeItem(storageKey);
  }, [savedVersion, storageKey]);

  useEffect(() => {
    latest.current = written;
    if (written === saved.current) return;
    const kept: Kept = { at: now().toISOString(), baseVersion, content: JSON.parse(written) };
    localStorage.setItem(storageKey, JSON.stringify(kept));
  }, [written, baseVersion, storageKey]);

  if (!found) return null;
  const restore = () => {
    form.update({ name: "content", value: found.content } as never);
    setFound(null);
  };
  const discard = () => {
    localStorage.removeItem(storageKey);
    setFound(null);
  };
  return (
    <Notice title={t("title")} live="status">
      <p>
        {t("text")} <RelativeTime time={found.at} />
        {found.baseVersion === baseVersion ? null : ` · ${t("older")}`}
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

function read(storageKey: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    return typeof kept === "object" && kept !== null && "content" in kept ? (kept as Kept) : null;
  } catch {
    return null;
  }
}
