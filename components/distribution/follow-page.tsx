import { useMessages, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalTitle } from "#components/publishing/local-title";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { Link } from "#components/ui/link";
import { Page } from "#components/ui/page";
import { Part } from "#components/ui/part";
import { noticeHref } from "#lib/i18n/addresses";
import type { Followable } from "#lib/telling/find-followable";
import { type FollowAction, FollowForm } from "./follow-form.tsx";

type Props = {
  claim: Pick<Followable, "id" | "wording" | "debunk">;
  action: FollowAction;
  hasMail: boolean;
  pushKey: string;
  children?: ReactNode;
};

/** Follow a claim without having asked about it. */
export function FollowPage({ claim, ...form }: Props) {
  const t = useTranslations("talk.follow");
  const { talk, guard } = useMessages();
  const { id, wording, debunk } = claim;
  return (
    <Page title={t("title")} intro={t(debunk ? "leadPublished" : "leadOpen")}>
      <Part
        title={t("about")}
        look="text-ink-soft"
        className="measure space-y-3 rounded border border-line-strong bg-surface p-5"
      >
        {debunk ? (
          <>
            <VerdictBadge verdict={debunk.verdict} />
            <p className="font-serif text-xl">
              <Link href={noticeHref(debunk.slug)}>
                <LocalTitle {...debunk} />
              </Link>
            </p>
          </>
        ) : (
          <p lang="zh-CN" className="font-serif text-xl">
            {wording}
          </p>
        )}
      </Part>
      <div className="measure">
        <FollowForm {...form} hidden={{ claimId: id }} words={talk.follow} proofWords={guard.proof} />
      </div>
    </Page>
  );
}
