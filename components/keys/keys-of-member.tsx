import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import type { KeyRow, MemberKeys } from "#lib/members/list-keys";
import { KeyItem } from "./key-item.tsx";

/** The keys of one member: those that work, and folded away those that ended of late. */
export function KeysOfMember({ member }: { member: MemberKeys }) {
  const t = useTranslations("keys");
  const nameOf = useLocalName();
  const { working, ended, mayManage } = member;
  const list = (keys: readonly KeyRow[]) => (
    <ul className="divide-y divide-line border-line border-y">
      {keys.map((key) => (
        <li key={key.id} className="py-3">
          <KeyItem apiKey={key} mayManage={mayManage} />
        </li>
      ))}
    </ul>
  );
  return (
    <section className="space-y-3">
      <h2 className="text-lg">{nameOf(member)}</h2>
      {working.length > 0 ? list(working) : <p className="text-ink-soft">{t("nothing")}</p>}
      {ended.length > 0 ? (
        <details>
          <summary className="min-h-11 py-2 text-ink-soft text-sm">
            {t("ended", { count: ended.length })}
          </summary>
          {list(ended)}
        </details>
      ) : null}
    </section>
  );
}
