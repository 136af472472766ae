import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { Notice } from "#components/ui/notice";
import type { ClaimData } from "#lib/desk/load-claim-page";
import type { RoutePreview } from "#lib/routing/preview-route";
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
  const unstaffed = route.unstaffed.flatMap((id) => chosen.find((member) => member.id === id) ?? []);
  return (
    <section aria-labelledby="route">
      <RouteChoice
        action={action}
        claimId={claimId}
        version={version}
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
          {route.platforms.length > 0 ? (
            <>
              <dt className="mt-2 text-ink-soft text-sm">{t("platforms")}</dt>
              <dd>{route.platforms.map(nameOf).join(t("comma"))}</dd>
            </>
          ) : null}
        </dl>
        <div>
          <h4 className="font-medium text-sm">{t("why")}</h4>
          <ul className="list-disc space-y-1 ps-5 text-sm leading-snug">
            {route.reasons.map((reason) => (
              <li key={`${reason.part}-${reason.code}-${reason.facts.member}`}>{reasonOf(reason)}</li>
            ))}
          </ul>
        </div>
        {unstaffed.length > 0 ? (
          <Notice tone="warning" live="off" title={t("unstaffed.title")}>
            {t("unstaffed.detail", { members: unstaffed.map(nameOf).join(t("comma")) })}
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
