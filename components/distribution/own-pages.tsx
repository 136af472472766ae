import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { Disclosure } from "#components/desk/disclosure";
import { Badge, type BadgeTone } from "#components/ui/badge";
import { RelativeTime } from "#components/ui/relative-time";
import type { GivePageOutcome } from "#lib/distribution/give-page";
import type { OwnPage } from "#lib/distribution/list-own-pages";
import type { LookAgainOutcome } from "#lib/distribution/look-again";
import { pageProblemOf } from "#lib/distribution/problem";
import type { WithdrawAdoptionOutcome } from "#lib/distribution/withdraw-adoption";
import type { FormAction } from "#lib/web/form";
import { TellPageForm } from "./tell-page-form.tsx";

export type PageActions = {
  tell: FormAction<GivePageOutcome>;
  lookAgain: FormAction<LookAgainOutcome>;
  withdraw: FormAction<WithdrawAdoptionOutcome>;
};

type Props = {
  deliveryId: string;
  title: string;
  pages: readonly OwnPage[];
  /** Left out for whoever may only see them. */
  actions: PageActions | null;
};

/** Where a member has republished a notice, what was found there, and the form that names another page. */
export function OwnPages({ deliveryId, title, pages, actions }: Props) {
  const t = useTranslations("coverage.tell");
  return (
    <div className="space-y-3">
      {pages.length > 0 ? (
        <section aria-label={`${t("list")}: ${title}`}>
          <h3 className="text-ink-soft text-sm">{t("list")}</h3>
          <ul className="divide-y divide-line border-line border-y">
            {pages.map((page) => (
              <li key={page.id} className="space-y-1 py-2">
                <OwnPageItem page={page} actions={actions} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {actions ? (
        <Disclosure
          isQuiet
          title={
            <>
              {t("open")} <span className="sr-only">{title}</span>
            </>
          }
        >
          <TellPageForm action={actions.tell} deliveryId={deliveryId} />
        </Disclosure>
      ) : null}
    </div>
  );
}

type State = "withdrawn" | "missing" | "olderRetracted" | "older" | "current" | "looking";

const tones: Record<State, BadgeTone> = {
  withdrawn: "outline",
  missing: "ochre",
  olderRetracted: "vermilion",
  older: "ochre",
  current: "malachite",
  looking: "azurite",
};

function stateOf({ withdrawnAt, missedAt, version, look, debunk }: OwnPage): State {
  if (withdrawnAt) return "withdrawn";
  if (missedAt || (version === null && look?.error)) return "missing";
  if (version === null) return "looking";
  if (version >= debunk.currentVersion) return "current";
  return debunk.status === "retracted" ? "olderRetracted" : "older";
}

function OwnPageItem({ page, actions }: { page: OwnPage; actions: PageActions | null }) {
  const t = useTranslations("coverage");
  const { id, url, channel, version, seenAt, isLookedAt, look, debunk } = page;
  const state = stateOf(page);
  const isOpen = look && !look.sentAt && !look.failedAt && state !== "withdrawn";
  return (
    <>
      <p className="text-sm">
        <a href={url} rel="noopener noreferrer nofollow" className="break-all">
          {url}
        </a>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Badge tone={tones[state]} className="whitespace-normal">
          {t(`tell.${state}`, { shown: version ?? 0, version: debunk.currentVersion })}
        </Badge>
        <span className="text-ink-soft">
          {t(`channel.${channel}`)}
          {seenAt ? (
            <>
              {" · "}
              {t("seenAt")} <RelativeTime time={seenAt} />
            </>
          ) : isLookedAt ? null : (
            ` · ${t("tell.told")}`
          )}
        </span>
      </p>
      {look?.error && state !== "withdrawn" ? <Problem error={look.error} /> : null}
      {isOpen && look.attempts > 0 ? (
        <p className="text-ink-soft text-sm">
          {t("tell.nextLook")} <RelativeTime time={look.dueAt} />
        </p>
      ) : null}
      {look?.failedAt && state !== "withdrawn" && state !== "current" ? (
        <p className="text-ink-soft text-sm">{t("tell.gaveUp")}</p>
      ) : null}
      {actions && state !== "withdrawn" ? (
        <div className="flex flex-wrap items-start gap-3">
          <PressForm action={actions.lookAgain} hidden={{ adoptionId: id }} submit={t("tell.again")} />
          <Disclosure isQuiet title={t("tell.withdraw")}>
            <p className="max-w-measure pb-2 text-ink-soft">{t("tell.withdrawHint")}</p>
            <PressForm action={actions.withdraw} hidden={{ adoptionId: id }} submit={t("tell.withdraw")} />
          </Disclosure>
        </div>
      ) : null}
    </>
  );
}

/** What the last look met, in words. */
function Problem({ error }: { error: string }) {
  const t = useTranslations("coverage.problem");
  const { problem, status } = pageProblemOf(error);
  return <p className="max-w-measure text-sm">{t(problem, { status })}</p>;
}
