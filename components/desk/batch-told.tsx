"use client";

import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link";
import type { BatchOutcome } from "#lib/routing/decide-many";
import { SinceWords } from "./undo-form.tsx";

/** What became of a decision about many: how many are done, and each that is not, with the reason. */
export function BatchTold({ outcome: { done, left, isUndo } }: { outcome: BatchOutcome }) {
  const t = useTranslations("desk.bulk");
  return (
    <>
      <p role="status" className="font-medium">
        {t(isUndo ? "undone" : "done", { done, left: left.length })}
      </p>
      {left.length > 0 ? (
        <ul className="space-y-0.5 text-sm">
          {left.map(({ claimId, number, reason, since }) => (
            <li key={claimId}>
              <Link href={`/desk/claims/${claimId}`}>#{number}</Link>{" "}
              {since ? (
                <SinceWords since={since} />
              ) : (
                t(`left.${t.has(`left.${reason}` as "left.FAILED") ? (reason as "FAILED") : "FAILED"}`)
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
