import { useTranslations } from "next-intl";
import { type Named, useLocalName } from "#components/claims/local-name.ts";
import type { RuleNames } from "#lib/desk/load-rules";
import type { Rule, RuleWhen, Target } from "#lib/routing/rules/schema";

/** So many names are said. */
const SAID = 8;

/** Words a rule as a sentence; ids and codes become names. */
export function useRuleWords({ members, topics, divisions }: RuleNames) {
  const [t, labels, nameOf] = [useTranslations("desk.rules"), useTranslations("labels"), useLocalName()];
  const named = (found: Named | undefined, id: string) => (found ? nameOf(found) : id);
  const subtopics = topics.flatMap((topic) =>
    topic.subtopics.map((one) => ({ ...one, id: `${topic.id}/${one.id}` })),
  );
  const byId = (list: readonly (Named & { id: string })[]) => {
    const found = new Map(list.map((one) => [one.id, one]));
    return (id: string) => named(found.get(id), id);
  };
  const [memberOf, topicOf, subtopicOf] = [byId(members), byId(topics), byId(subtopics)];
  const places = new Map(divisions.map((division) => [division.code, division]));
  const placeOf = (code: string) => named(places.get(code), code);

  /** Names in a row; of many, the first and how many more. */
  const list = (names: readonly string[], separator = t("comma")) => {
    const said = names.slice(0, SAID).join(separator);
    return names.length > SAID ? t("more", { names: said, count: names.length - SAID }) : said;
  };
  const targetOf = (target: Target): string => {
    if ("member" in target) return memberOf(target.member);
    if ("topicLead" in target) return t("target.topicLead");
    if ("hint" in target) return t("target.outlets");
    return t(`target.${target.at}`, { kind: labels(`memberKind.${target.kind}`) });
  };
  const naming = {
    topics: topicOf,
    subtopics: subtopicOf,
    levels: (level: string) => labels(`divisionLevel.${level}` as Parameters<typeof labels>[0]),
    divisions: placeOf,
    seenOn: (place: string) => labels(`seenOn.${place}` as Parameters<typeof labels>[0]),
    about: memberOf,
  } satisfies Record<keyof RuleWhen, (id: string) => string>;

  const whenOf = (when: RuleWhen): string => {
    const asked = (Object.keys(naming) as (keyof RuleWhen)[]).flatMap((key) => {
      const ids: readonly string[] | undefined = when[key];
      return ids ? t(`when.${key}`, { names: list(ids.map(naming[key]), t("or")) }) : [];
    });
    return asked.length > 0 ? asked.join(t("and")) : t("any");
  };
  const givesOf = ({ lead, only, level, writer, support, platforms }: Rule["gives"]): string =>
    [
      lead ? t(only ? "gives.only" : "gives.lead", { names: targetOf(lead) }) : [],
      level ? t("gives.level", { names: labels(`divisionLevel.${level}`) }) : [],
      writer ? t("gives.writer", { names: targetOf(writer) }) : [],
      support ? t("gives.support", { names: list(support.map(targetOf)) }) : [],
      platforms ? t("gives.platforms", { names: list(platforms.map(targetOf)) }) : [],
    ]
      .flat()
      .join(t("and"));

  return {
    list,
    targetOf,
    memberOf,
    placeOf,
    subtopicOf,
    sentenceOf: ({ when, gives }: Pick<Rule, "when" | "gives">) =>
      t("sentence", { when: whenOf(when), gives: givesOf(gives) }),
  };
}
