import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { LocalTitle } from "#components/publishing/local-title";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { DateTime } from "#components/ui/date-time";
import { DefinitionList } from "#components/ui/definition-list";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import type { FoundDigest } from "#lib/distribution/receive-digest";
import { noticeHref } from "#lib/i18n/addresses";

type Version = FoundDigest["brings"][number]["delivery"]["version"];

/** For whom a letter was, and each version that it brought. */
export function DigestContent({ digest }: { digest: FoundDigest }) {
  const t = useTranslations("digest.receive");
  const nameOf = useLocalName();
  const versions = digest.brings
    .map(({ delivery }) => delivery)
    .toSorted((a, b) => Number(a.seq - b.seq))
    .map(({ version }) => version);
  return (
    <>
      <DefinitionList
        items={[
          { term: t("member"), detail: nameOf(digest.endpoint.member) },
          { term: t("sent"), detail: <DateTime time={digest.createdAt} /> },
        ]}
      />
      <ul className="divide-y divide-line border-line border-y">
        {versions.map((version) => (
          <li key={version.id} className="space-y-2 py-4">
            <Brought version={version} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Brought({ version: { number, content, debunk } }: { version: Version }) {
  const t = useTranslations("digest.receive");
  const isNewer = debunk.currentVersion > number;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
        <VerdictBadge verdict={content.verdict} size="sm" />
        <span>{t("version", { number })}</span>
      </p>
      <h2 className="font-serif text-lg leading-snug">
        <Link href={noticeHref(debunk.slug)}>
          <LocalTitle {...content} />
        </Link>
      </h2>
      {debunk.status === "retracted" ? (
        <Notice tone="warning" live="off">
          {t("retracted")}
        </Notice>
      ) : isNewer ? (
        <Notice tone="warning" live="off">
          {t("newer", { number: debunk.currentVersion })}
        </Notice>
      ) : null}
    </>
  );
}
