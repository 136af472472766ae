import { useLocale, useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge";
import type { MemberSummary } from "#lib/members/queries";

type Props = { title: string; members: readonly MemberSummary[]; open?: boolean };

/** Members of one kind or one place; opens without scripts. */
export function MemberGroup({ title, members, open }: Props) {
  const t = useTranslations("public.members");
  const locale = useLocale();
  return (
    <details open={open} className="mt-3 border-line border-t pt-2" data-group>
      <summary className="py-1 font-semibold">
        {title}{" "}
        <span className="font-normal text-ink-soft text-sm tabular-nums">
          {t("count", { count: members.length })}
        </span>
      </summary>
      <ul className="grid gap-x-8 pb-2 sm:grid-cols-2 lg:grid-cols-3 elder:grid-cols-1">
        {members.map(({ id, zh, en, certainty }) => (
          <li key={id} id={id} className="py-1" data-name={`${zh} ${en}`}>
            {locale === "en" ? en : zh}
            {certainty === "placeholder" ? (
              <>
                {" "}
                <Badge tone="outline">{t("placeholder")}</Badge>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
