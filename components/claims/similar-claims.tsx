import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { Disclosure } from "#components/desk/disclosure";
import { Link } from "#components/ui/link";
import { Part } from "#components/ui/part";
import type { SuggestedClaim } from "#lib/claims/reports/list-suggestions";
import { shorten } from "#lib/platform/text";
import type { FormAction } from "#lib/web/form";
import { MatchReason } from "./match-reason.tsx";

type Props = {
  claimId: string;
  version: number;
  similar: readonly SuggestedClaim[];
  mergeAction: FormAction;
  closeAction: FormAction;
  rejectAction: FormAction;
};

/** Claims that may be the same, with the reason; one press answers or merges, one says that it is another. */
export function SimilarClaims({ similar: [first, ...others], ...rest }: Props) {
  const t = useTranslations("desk.similar");
  if (!first) return null;
  return (
    <Part title={t("title")} heading="h3" className="rounded border border-line bg-surface p-4">
      <ol className="pt-2">
        <li>
          <Suggestion claim={first} isFirst {...rest} />
        </li>
      </ol>
      {others.length > 0 ? (
        <Disclosure title={t("others", { count: others.length })} shortcut="2" isQuiet>
          <ol className="divide-y divide-line">
            {others.map((claim) => (
              <li key={claim.id} className="py-3 last:pb-0">
                <Suggestion claim={claim} {...rest} />
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
    </Part>
  );
}

type SuggestionProps = Omit<Props, "similar"> & { claim: SuggestedClaim; isFirst?: boolean | undefined };

function Suggestion({ claim, isFirst, rejectAction, ...rest }: SuggestionProps) {
  const t = useTranslations("desk.similar");
  const labels = useTranslations("labels.claimStatus");
  return (
    <>
      <p className="leading-snug">
        <Link href={`/desk/claims/${claim.id}`}>#{claim.number}</Link>{" "}
        <span lang="zh-CN">{claim.wording}</span>
      </p>
      <p className="mt-1 text-ink-soft text-sm leading-snug">
        {labels(claim.status)} · {t("reports", { count: claim.reportCount })}
      </p>
      <MatchReason {...claim} />
      <div className="mt-2 flex flex-wrap items-start gap-2">
        <AcceptForm claim={claim} isFirst={isFirst} {...rest} />
        <PressForm
          action={rejectAction}
          hidden={{ claimId: rest.claimId, otherId: claim.id }}
          submit={t("reject")}
          shortcut={isFirst ? "x" : undefined}
        />
      </div>
    </>
  );
}

type AcceptProps = Omit<SuggestionProps, "rejectAction">;

function AcceptForm({ claim, isFirst, claimId, version, mergeAction, closeAction }: AcceptProps) {
  const t = useTranslations("desk.similar");
  const answers = claim.debunk !== null;
  const reason = t("mergeReason", { words: shorten(claim.words.join(t("comma")), 250) });
  const hidden: Record<string, string> = answers
    ? { claimId, closing: "answered", answeredBy: claim.debunk?.slug ?? "" }
    : { claimId, intoNumber: String(claim.number), reason };
  return (
    <PressForm
      action={answers ? closeAction : mergeAction}
      version={version}
      hidden={hidden}
      submit={answers ? t("answer") : t("merge", { number: claim.number })}
      shortcut={isFirst ? "1" : undefined}
    />
  );
}
