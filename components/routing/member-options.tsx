"use client";

import { useLocale, useTranslations } from "next-intl";
import type { MemberChoice } from "#lib/members/queries";
import { memberKinds } from "#lib/members/vocabulary";

/** The options of a native list of members, kind by kind. */
export function MemberOptions({ members }: { members: readonly MemberChoice[] }) {
  const t = useTranslations("labels.memberKind");
  const isEnglish = useLocale() === "en";
  return memberKinds.map((kind) => {
    const ofKind = members.filter((member) => member.kind === kind);
    return ofKind.length === 0 ? null : (
      <optgroup key={kind} label={t(kind)}>
        {ofKind.map(({ id, zh, en, spelling }) => (
          <option key={id} value={id} data-spelling={spelling}>
            {isEnglish ? en : zh}
          </option>
        ))}
      </optgroup>
    );
  });
}
