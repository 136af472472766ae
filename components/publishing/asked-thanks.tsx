"use client";

import { useEffect, useRef } from "react";
import { ButtonLink } from "#components/ui/button";
import { Link } from "#components/ui/link";
import type { CountedAsking } from "#lib/claims/reports/count-asking";
import { followHref, noticeHref } from "#lib/i18n/addresses";
import type { Messages } from "#lib/i18n/messages";

type Props = { counted: CountedAsking; words: Messages["public"]["match"]; again?: boolean };

/** The asker was counted: what to read, and how to hear of what comes later. Nothing was filed. */
export function AskedThanks({ counted: { claimId, slug, isDecided }, words: { thanks }, again }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      aria-labelledby="asked-thanks"
      className="measure space-y-4 rounded border border-line-strong bg-surface p-5"
    >
      <h2 id="asked-thanks" ref={heading} tabIndex={-1} className="text-xl">
        {thanks.title}
      </h2>
      <p>{isDecided ? thanks.decided : slug ? thanks.answered : thanks.open}</p>
      <p className="flex flex-wrap items-center gap-x-5 gap-y-3">
        {slug ? <ButtonLink href={noticeHref(slug)}>{thanks.read}</ButtonLink> : null}
        {isDecided ? null : (
          <ButtonLink href={followHref(claimId)} variant="secondary">
            {slug ? thanks.follow : thanks.followOpen}
          </ButtonLink>
        )}
        {again ? <Link href="/">{thanks.again}</Link> : null}
      </p>
    </section>
  );
}
