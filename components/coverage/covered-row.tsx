import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { Badge } from "#components/ui/badge";
import { RelativeTime } from "#components/ui/relative-time";
import type { CoveredMember } from "#lib/distribution/coverage/load-coverage";
import { Contacts } from "./contacts.tsx";

type Props = { member: CoveredMember; currentVersion: number };

/** One member: how it came to have the notice or since when it is silent, where it shows it, and whom to call. */
export function CoveredRow({ member, currentVersion }: Props) {
  const nameOf = useLocalName();
  return (
    <article className="grid gap-x-6 gap-y-1 md:grid-cols-[2fr_2.5fr_2fr] elder:grid-cols-1">
      <div className="min-w-0 space-y-1">
        <h3 className="text-base">{nameOf(member)}</h3>
        <Received member={member} />
      </div>
      <Shown member={member} currentVersion={currentVersion} />
      <Contacts contacts={member.contacts} reminder={member.reminder} />
    </article>
  );
}

function Received({ member: { laidAt, receivedAt, receivedBy } }: Pick<Props, "member">) {
  const t = useTranslations("coverage");
  if (receivedAt && receivedBy)
    return (
      <p className="text-sm">
        {t(`received.${receivedBy}`)} <RelativeTime time={receivedAt} className="text-ink-soft" />
      </p>
    );
  if (!laidAt) return <p className="text-ink-soft text-sm">{t("notLaid")}</p>;
  return (
    <p className="text-ochre text-sm">
      {t("waitingSince")} <RelativeTime time={laidAt} />
    </p>
  );
}

function Shown({ member: { pages, times }, currentVersion }: Props) {
  const t = useTranslations("coverage");
  return (
    <ul className="min-w-0 space-y-1 text-sm">
      {pages.map(({ id, url, version, channel, seenAt, toldAt }) => (
        <li key={id}>
          <a href={url} rel="noopener noreferrer nofollow" className="break-all">
            {url}
          </a>
          <span className="flex flex-wrap items-center gap-x-3 text-ink-soft">
            <Badge tone={version === currentVersion ? "malachite" : "ochre"}>
              {t("shown", { version: version ?? 0 })}
            </Badge>
            <span>{t(`channel.${channel}`)}</span>
            <span>
              {t(seenAt ? "seenAt" : "toldAt")} <RelativeTime time={seenAt ?? toldAt} />
            </span>
          </span>
        </li>
      ))}
      {times ? <li>{t("frames", { count: times })}</li> : null}
    </ul>
  );
}
