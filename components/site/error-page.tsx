"use client";

import { Button, ButtonLink } from "#components/ui/button";
import { useLanguage } from "#components/ui/language";
import { failures } from "./failures.ts";
import { Problem } from "./problem.tsx";

/** Something broke while this page was made; the reference finds it in the log. */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const words = failures[useLanguage().locale];
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <Problem {...words.INTERNAL}>
      <Button onClick={retry}>{words.retry}</Button>
      <ButtonLink href="/" variant="secondary">
        {words.home}
      </ButtonLink>
      {reference ? (
        <p className="w-full text-ink-soft text-sm">
          {words.reference} <code className="select-all font-mono">{reference}</code>
        </p>
      ) : null}
    </Problem>
  );
}
