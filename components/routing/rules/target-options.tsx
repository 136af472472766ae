"use client";

import { useTranslations } from "next-intl";
import type { MemberChoice } from "#lib/members/queries";
import type { Target } from "#lib/routing/rules/schema";
import { localTargets, targetText } from "#lib/routing/rules/targets";
import { MemberOptions } from "../member-options.tsx";

type Props = { members: readonly MemberChoice[]; given: Target | undefined };

/** Whom a rule can name, in a native list: by what they do, by place, or one member. */
export function TargetOptions({ members, given }: Props) {
  const t = useTranslations("desk.rules");
  const kind = useTranslations("labels.memberKind");
  const local = [...localTargets, ...(given && "kind" in given ? [given] : [])];
  const places = new Map(local.map((target) => [targetText(target), target]));
  return (
    <>
      <optgroup label={t("form.groups.general")}>
        <option value={targetText({ topicLead: true })}>{t("target.topicLead")}</option>
        <option value={targetText({ hint: "outlets" })}>{t("target.outlets")}</option>
      </optgroup>
      <optgroup label={t("form.groups.local")}>
        {[...places].map(([value, target]) => (
          <option key={value} value={value}>
            {t(`target.${target.at}`, { kind: kind(target.kind) })}
          </option>
        ))}
      </optgroup>
      <MemberOptions
        members={members.map((member) => ({ ...member, id: targetText({ member: member.id }) }))}
      />
    </>
  );
}
