"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "#components/desk/desk-form";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";
import { Link } from "#components/ui/link";
import type { SimilarClaim } from "#lib/claims/queries";
import { readableWords } from "./shared-words.tsx";

type Props = {
  claimId: string;
  version: number;
  similar: readonly SimilarClaim[];
  mergeAction: DeskAction;
  closeAction: DeskAction;
  /** What those who asked are told when a notice already answers them. */
  answerText: string;
};

/** Claims that may be the same, with the words that say so; one press answers or merges. */
export function SimilarClaims({ similar, ...rest }: Props) {
  const t = useTranslations("desk.similar");
  return (
    <section aria-labelledby="similar" className="rounded border border-line bg-surface p-4">
      <h3 id="similar">{t("title")}</h3>
      <ol className="divide-y divide-line">
        {similar.map((claim, at) => (
          <li key={claim.id} className="py-3 last:pb-0">
            <Suggestion claim={claim} shortcut={at < 5 ? String(at + 1) : undefined} {...rest} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type SuggestionProps = Omit<Props, "similar"> & { claim: SimilarClaim; shortcut: string | undefined };

function Suggestion({
  claim,
  shortcut,
  claimId,
  version,
  mergeAction,
  closeAction,
  answerText,
}: SuggestionProps) {
  const t = useTranslations("desk.similar");
  const labels = useTranslations("labels.claimStatus");
  const answers = claim.debunk !== null;
  const form = useDeskForm(answers ? closeAction : mergeAction, version);
  const words = readableWords(claim.shared).join(t("comma"));
  const reason = t("mergeReason", { words });
  const hidden: Record<string, string> = answers
    ? { claimId, closing: "answered", answeredBy: claim.debunk?.slug ?? "", note: answerText }
    : { claimId, intoNumber: String(claim.number), reason };
  return (
    <>
      <p className="leading-snug">
        <Link href={`/desk/claims/${claim.id}`}>#{claim.number}</Link>{" "}
        <span lang="zh-CN">{claim.wording}</span>
      </p>
      <p className="mt-1 mb-2 text-ink-soft text-sm leading-snug">
        {labels(claim.status)} · {t("reports", { count: claim.reportCount })} · {reason}
      </p>
      <DeskForm
        form={form}
        hidden={hidden}
        submit={answers ? t("answer") : t("merge", { number: claim.number })}
        variant="secondary"
        {...(shortcut && { shortcut })}
      />
    </>
  );
}
