import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "#components/ui/badge";
import { RelativeTime } from "#components/ui/relative-time";
import type { RuleVersion } from "#lib/desk/load-rules";

const tones: Record<RuleVersion["status"], BadgeTone> = {
  draft: "outline",
  proposed: "ochre",
  active: "malachite",
  retired: "neutral",
};

type Props = { version: RuleVersion; people: ReadonlyMap<string, string> };

/** How a version stands, who made it, why it may be active and since when. */
export function VersionFacts({ version, people }: Props) {
  const t = useTranslations("desk.rules");
  const { status, createdById, approvedById, consent, activatedAt, retiredAt, createdAt, basedOn, note } =
    version;
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
        {createdById ? <span>{t("by", { name: people.get(createdById) ?? "" })}</span> : null}
        <span className="text-ink-soft">
          {activatedAt ? t("activated") : t("created")} <RelativeTime time={activatedAt ?? createdAt} />
          {retiredAt ? (
            <>
              {" "}
              {t("retired")} <RelativeTime time={retiredAt} />
            </>
          ) : null}
        </span>
      </p>
      {note ? <p>{note}</p> : null}
      <p className="text-ink-soft text-sm">
        {basedOn ? t("basedOn", { number: basedOn.number }) : null}{" "}
        {consent ? t(`consent.${consent}`, { name: people.get(approvedById ?? "") ?? "" }) : null}
      </p>
    </div>
  );
}
