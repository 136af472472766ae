import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { FocusAfter } from "#components/desk/focus-after.ts";
import { KeepTyped } from "#components/form/keep-typed";
import { InvestigationForms } from "#components/investigation/investigation-forms";
import { AssignmentForms } from "#components/routing/assignment-forms";
import { OfferForm } from "#components/routing/offer-form";
import { RouteForm } from "#components/routing/route-form";
import { ButtonLink } from "#components/ui/button";
import { Kbd } from "#components/ui/kbd";
import type { ClaimData } from "#lib/desk/load-claim-page";
import { AnswersRead } from "./answers-read.tsx";
import type { ClaimActions } from "./claim-actions.ts";
import { CloseForm } from "./close-form.tsx";
import { ClosedClaim } from "./closed-claim.tsx";
import { KeptApart } from "./kept-apart.tsx";
import { MergeForm } from "./merge-form.tsx";
import { claimHref } from "./queue-href.ts";
import { ReviseForm } from "./revise-form.tsx";
import { SimilarClaims } from "./similar-claims.tsx";
import { SnoozeForm, WakeForm } from "./snooze-forms.tsx";
import { LatestEvent } from "./timeline.tsx";
import { TriageForm } from "./triage-form.tsx";
import { ResumeForm, WaitForm } from "./wait-forms.tsx";

type Props = { data: ClaimData; actions: ClaimActions };

/** What this person can decide now, the likeliest first; every decision has its key. */
export function ClaimDecision({ data, actions }: Props) {
  const t = useTranslations("desk.decision");
  const { claim, timeline, permits, similar, closings, route, suggestion, topics, divisions } = data;
  const isOffered = (kind: NonNullable<ClaimData["undo"]>["kind"]) => data.undo?.kind === kind;
  const ids = { claimId: claim.id, version: claim.version };
  const about = { claim, personal: data.personal, topics, divisions };
  // What was done just now is undone where it is told.
  const undo = (["undoTriage", "undoRoute"] as const).find(
    (step) => permits[step] && !isOffered(step === "undoTriage" ? "claim.triaged" : "route.confirmed"),
  );
  const nothing =
    !Object.values(permits).some(Boolean) && !data.assignments.some((one) => one.permits.accept);
  return (
    <aside
      aria-labelledby="decision"
      className="mt-6 flex min-w-0 flex-col gap-5 border-line-strong border-t-2 pt-5 lg:sticky lg:top-4 lg:mt-0 lg:max-h-[calc(100dvh-7.5rem)] lg:scroll-pb-16 lg:self-start lg:overflow-y-auto lg:border-t-0 lg:px-1 lg:pt-0 elder:static elder:max-h-none"
    >
      <FocusAfter
        change={claim.version + timeline.filter(({ type }) => type === "claim.answers-read").length}
        targets={permits.triage || permits.route ? ["decision"] : ["next", "decision"]}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="decision" tabIndex={-1} className="text-lg">
          {t("title")}
        </h2>
        <NextInQueue data={data} />
      </div>
      <LatestEvent data={data} undoAction={actions.undoAction} />
      <KeepTyped>
        {claim.suspicion ? (
          <KeptApart
            {...ids}
            suspicion={claim.suspicion}
            action={permits.release ? actions.releaseAction : null}
          />
        ) : null}
      </KeepTyped>
      <KeepTyped>
        {permits.readAnswers && claim.repliedAt ? (
          <AnswersRead
            key={claim.repliedAt.getTime()}
            action={actions.readAnswersAction}
            claimId={claim.id}
            repliedAt={claim.repliedAt}
          />
        ) : null}
      </KeepTyped>
      <KeepTyped>
        {permits.merge && similar.length > 0 ? (
          <SimilarClaims
            {...ids}
            similar={similar}
            mergeAction={actions.mergeAction}
            closeAction={actions.closeAction}
            rejectAction={actions.rejectMatchAction}
          />
        ) : null}
      </KeepTyped>
      <KeepTyped>
        {permits.triage ? <TriageForm action={actions.triageAction} data={{ ...about, suggestion }} /> : null}
      </KeepTyped>
      <KeepTyped>
        {permits.route ? (
          <RouteForm {...ids} action={actions.confirmRouteAction} route={route} data={data} />
        ) : null}
      </KeepTyped>
      <AssignmentForms assignments={data.assignments} members={data.members} actions={actions} />
      {undo ? (
        <PressForm
          key={undo}
          action={actions[`${undo}Action`]}
          version={claim.version}
          hidden={{ claimId: claim.id, reason: t("undoReason") }}
          submit={t(undo)}
          shortcut={data.undo ? undefined : "u"}
        />
      ) : null}
      <InvestigationForms data={data} actions={actions} />
      {permits.reopen ? (
        <ClosedClaim
          claim={claim}
          action={actions.reopenAction}
          isUndoOffered={isOffered("claim.closed") || isOffered("claim.merged")}
        />
      ) : null}
      <div>
        <KeepTyped>
          {permits.revise ? <ReviseForm action={actions.reviseAction} data={{ ...about, permits }} /> : null}
        </KeepTyped>
        <KeepTyped>{permits.merge ? <MergeForm {...ids} action={actions.mergeAction} /> : null}</KeepTyped>
        <KeepTyped>
          {closings ? (
            <CloseForm
              {...ids}
              action={actions.closeAction}
              closings={closings}
              similar={similar}
              guess={suggestion.closing}
            />
          ) : null}
        </KeepTyped>
        <KeepTyped>
          {permits.offer ? (
            <OfferForm claimId={claim.id} action={actions.offerAction} members={data.members} />
          ) : null}
        </KeepTyped>
        <KeepTyped>{permits.wait ? <WaitForm {...ids} action={actions.waitAction} /> : null}</KeepTyped>
        <KeepTyped>
          {permits.snooze ? (
            <SnoozeForm {...ids} action={actions.snoozeAction} seenReply={claim.repliedAt} />
          ) : null}
        </KeepTyped>
        <KeepTyped>{permits.wake ? <WakeForm {...ids} action={actions.wakeAction} /> : null}</KeepTyped>
        <KeepTyped>{permits.resume ? <ResumeForm {...ids} action={actions.resumeAction} /> : null}</KeepTyped>
      </div>
      {permits.openCorrection ? (
        <ButtonLink href={`/desk/claims/${claim.id}/correction`} variant="secondary" size="sm">
          {t("openCorrection")}
        </ButtonLink>
      ) : null}
      {nothing ? <p className="text-ink-soft">{t("nothing")}</p> : null}
    </aside>
  );
}

function NextInQueue({ data: { queue, filter, claim } }: { data: ClaimData }) {
  const t = useTranslations("desk.decision");
  if (!queue || !filter) return null;
  const here = queue.findIndex(({ id }) => id === claim.id);
  const next = queue[here + 1] ?? queue.find(({ id }) => id !== claim.id);
  if (!next) return null;
  return (
    <ButtonLink
      id="next"
      href={claimHref(next.id, filter)}
      variant="quiet"
      size="sm"
      data-key="n"
      aria-keyshortcuts="n"
    >
      {t("next")}
      <span aria-hidden>
        <Kbd>n</Kbd>
      </span>
    </ButtonLink>
  );
}
