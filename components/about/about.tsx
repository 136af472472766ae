import { useMessages, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReadAloud } from "#components/site/read-aloud";
import { Link } from "#components/ui/link";
import { otherChannels } from "#lib/claims/status";

/** What this is, what it promises, and what it never does. */
export function About({ demo }: { demo: boolean }) {
  const t = useTranslations("public.about");
  const channels = useTranslations("labels.channelName");
  const words = useMessages().public.about;
  const link = (href: string) => (text: ReactNode) => <Link href={href}>{text}</Link>;
  return (
    <div className="prose-notice">
      <h1 className="font-serif text-3xl">{t("title")}</h1>
      <ReadAloud elderOnly />
      <p className="text-lg">{t("lead")}</p>
      {demo ? <p className="border-ochre border-s-4 ps-4">{t("demo")}</p> : null}
      <h2 className="font-serif">{t("network.title")}</h2>
      <p>{t("network.text")}</p>
      <ul>
        {Object.entries(words.network.parts).map(([part, text]) => (
          <li key={part}>{text}</li>
        ))}
      </ul>
      <p>{t.rich("network.more", { members: link("/members") })}</p>
      <h2 className="font-serif">{t("promises.title")}</h2>
      <dl className="space-y-3">
        {Object.entries(words.promises.items).map(([name, { term, text }]) => (
          <div key={name}>
            <dt className="font-semibold">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h2 className="font-serif">{t("never.title")}</h2>
      <ul>
        {Object.entries(words.never.items).map(([name, text]) => (
          <li key={name}>{text}</li>
        ))}
      </ul>
      <h2 className="font-serif">{t("channels.title")}</h2>
      <p>{t("channels.text")}</p>
      <ul>
        {otherChannels.map((number) => (
          <li key={number}>
            <a href={`tel:${number}`}>{channels(number)}</a>
          </li>
        ))}
      </ul>
      <h2 className="font-serif">{t("privacy.title")}</h2>
      <ul>
        {Object.entries(words.privacy.items).map(([name, text]) => (
          <li key={name}>{text}</li>
        ))}
      </ul>
      <p>
        {t.rich("more", {
          privacy: link("/privacy"),
          methodology: link("/methodology"),
          corrections: link("/corrections"),
        })}
      </p>
    </div>
  );
}
