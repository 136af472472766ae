import { useTranslations } from "next-intl";
import { RelativeTime } from "#components/ui/relative-time";
import type { Contact, LastReminder } from "#lib/distribution/coverage/find-contacts";

type Props = { contacts: readonly Contact[]; reminder?: LastReminder | null };

/** Whom to call at a member, and when it was last reminded. */
export function Contacts({ contacts, reminder }: Props) {
  const t = useTranslations("coverage");
  return (
    <div className="min-w-0 text-sm">
      {contacts.length === 0 ? (
        <p className="text-ink-soft">{t("noContact")}</p>
      ) : (
        <ul>
          {contacts.map(({ name, email }) => (
            <li key={email} className="flex flex-wrap items-center gap-x-2">
              <span>{name}</span>
              <a href={`mailto:${email}`} className="flex min-h-6 items-center break-all">
                {email}
              </a>
            </li>
          ))}
        </ul>
      )}
      {reminder ? (
        <p className={reminder.state === "failed" ? "text-ochre" : "text-ink-soft"}>
          {t(`reminder.${reminder.state}`)} <RelativeTime time={reminder.at} />
        </p>
      ) : null}
    </div>
  );
}
