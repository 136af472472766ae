import { useTranslations } from "next-intl";
import { type Named, useLocalName } from "#components/claims/local-name.ts";
import type { RouteReason } from "#lib/routing/reasons";

type Names = {
  members: readonly (Named & { id: string })[];
  divisions: readonly (Named & { code: string })[];
  topics: readonly (Named & { id: string })[];
};

/** Words a reason of a route in one line; its facts become names. */
export function useRouteReason({ members, divisions, topics }: Names): (reason: RouteReason) => string {
  const t = useTranslations("desk.route");
  const nameOf = useLocalName();
  const named = (found: Named | undefined, code: string | undefined) =>
    found ? nameOf(found) : (code ?? "");
  const member = (id: string | undefined) =>
    named(
      members.find((one) => one.id === id),
      id,
    );
  return ({ part, code, facts }) => {
    const text = t(`reasons.${part}.${code}` as Parameters<typeof t>[0], {
      member: member(facts.member),
      members: (facts.members ?? "").split(" ").map(member).join(t("comma")),
      division: named(
        divisions.find((one) => one.code === facts.division),
        facts.division,
      ),
      topic: named(
        topics.find((one) => one.id === facts.topic),
        facts.topic,
      ),
      load: facts.load ?? "0",
      as: t(`as.${facts.as ?? "lead"}` as Parameters<typeof t>[0]),
    });
    return facts.rule ? `${text}${t("byRule", { rule: facts.rule })}` : text;
  };
}
