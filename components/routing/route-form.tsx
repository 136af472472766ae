import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { Disclosure } from "#components/desk/disclosure";
import { Notice } from "#components/ui/notice";
import type { ClaimData } from "#lib/desk/load-claim-page";
import type { RoutePreview } from "#lib/routing/preview-route";
import { isAgainst, type RouteReason } from "#lib/routing/reasons";
import type { FormAction } from "#lib/web/form";
import { RouteChoice } from "./route-choice.tsx";
import { useRouteReason } from "./route-reasons.ts";

type Props = {
  action: FormAction;
  claimId: string;
  version: number;
  route: RoutePreview | null;
  data: Pick<ClaimData, "members" | "divisions" | "topics" | "claim">;
};

/** Who would verify and who would write, why, and whether anybody is there to do it. */
export function RouteForm({ action, claimId, version, route, data }: Props) {
  const t = useTranslations("desk.route");
  const nameOf = useLocalName();
  const reasonOf = useRouteReason(data);
  if (!route) {
    return (
      <Notice tone="warning" live="off" title={t("none.title")}>
        {t("none.detail")}
      </Notice>
    );
  }
  const { lead, writer } = route;
  const chosen = [lead, writer].filter((member) => member !== null);
  const against = route.reasons.filter(isAgainst);
  const unstaffed = route.unstaffed.flatMap((id) => chosen.find((member) => member.id === id) ?? []);
  const away = route.away.flatMap((id) => chosen.find((member) => member.id === id) ?? []);
  return (
    <section aria-labelledby="route">
      <RouteChoice
        action={action}
        claimId={claimId}
        version={version}
        ruleSetId={route.ruleSet.id}
        leadId={lead?.id}
        writerId={writer?.id}
        members={data.members}
      >
        <h3 id="route">{t("title")}</h3>
        <dl className="rounded border border-line bg-surface p-4">
          <dt className="text-ink-soft text-sm">{t("lead")}</dt>
          <dd className="mb-2 font-medium">{lead ? nameOf(lead) : t("nobody.yet")}</dd>
          <dt className="text-ink-soft text-sm">{t("writer")}</dt>
          <dd className="font-medium">{writer ? nameOf(writer) : t("nobody.yet")}</dd>
          {route.support.length > 0 ? (
            <>
              <dt className="mt-2 text-ink-soft text-sm">{t("support")}</dt>
              <dd>{route.support.map(nameOf).join(t("comma"))}</dd>
            </>
          ) : null}
          {route.platforms.length > 0 ? (
            <>
              <dt className="mt-2 text-ink-soft text-sm">{t("platforms")}</dt>
              <dd>{route.platforms.map(nameOf).join(t("comma"))}</dd>
            </>
          ) : null}
        </dl>
        <div>
          <h4 className="font-medium text-sm">{t("why")}</h4>
          <Reasons reasons={route.reasons.filter((reason) => !isAgainst(reason))} reasonOf={reasonOf} />
          <p className="pt-1 text-ink-soft text-sm">{t("byRules", { number: route.ruleSet.number })}</p>
        </div>
        {against.length > 0 ? (
          <Disclosure title={t("whyNot")} isQuiet>
            <Reasons reasons={against} reasonOf={reasonOf} />
          </Disclosure>
        ) : null}
        {unstaffed.length > 0 ? (
          <Notice tone="warning" live="off" title={t("unstaffed.title")}>
            {t("unstaffed.detail", { members: unstaffed.map(nameOf).join(t("comma")) })}
          </Notice>
        ) : null}
        {away.length > 0 ? (
          <Notice tone="warning" live="off" title={t("away.title")}>
            {t("away.detail", { members: away.map(nameOf).join(t("comma")) })}
          </Notice>
        ) : null}
        {lead && writer ? null : (
          <Notice tone="warning" live="off" title={t("nobody.title")}>
            {t("nobody.detail")}
          </Notice>
        )}
      </RouteChoice>
    </section>
  );
}

type ReasonsProps = { reasons: readonly RouteReason[]; reasonOf: (reason: RouteReason) => string };

const Reasons = ({ reasons, reasonOf }: ReasonsProps) => (
  <ul className="list-disc space-y-1 ps-5 text-sm leading-snug">
    {reasons.map((reason) => (
      <li key={`${reason.part}-${reason.code}-${reason.facts.as}-${reason.facts.member}`}>
        {reasonOf(reason)}
      </li>
    ))}
  </ul>
);
