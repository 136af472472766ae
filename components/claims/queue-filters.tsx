import { useTranslations } from "next-intl";
import type { QueueFilter } from "#lib/claims/schema";
import { claimStatuses } from "#lib/claims/status";
import type { Division } from "#lib/reference/divisions";
import type { Spelled } from "#lib/reference/spelling";
import type { Topic } from "#lib/reference/topics";
import { urgencies } from "#lib/reference/urgency";
import { type Choice, FilterForm } from "./filter-form.tsx";
import { useLocalName } from "./local-name.ts";
import { isFiltered, isNarrowed, queueHref } from "./queue-href.ts";

type Props = {
  filter: QueueFilter;
  topics: readonly Spelled<Topic>[];
  divisions: readonly Spelled<Division>[];
};

/**
 * Search and filters as an ordinary form: the address says what is shown. Of some kinds several can be chosen. What there is to
 * choose from comes when somebody wants to, for it is as much as all the rows.
 */
export function QueueFilters({ filter, topics, divisions }: Props) {
  const t = useTranslations("desk.queue.filters");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  const some = (name: "topic" | "urgency" | "status", options: Choice["options"]): Choice => {
    const chosen: readonly string[] = filter[name] ?? [];
    const rest = (value: string) => ({ [name]: chosen.filter((one) => one !== value) });
    return {
      name,
      label: t(name),
      any: t(chosen.length > 0 ? "also" : "any"),
      options: options.filter(({ value }) => !chosen.includes(value)),
      kept: chosen.map((value) => ({
        value,
        name: options.find((one) => one.value === value)?.name ?? value,
        without: queueHref(filter, rest(value)),
      })),
    };
  };
  const choices = (): Choice[] => [
    some(
      "topic",
      topics.map((topic) => ({ value: topic.id, name: nameOf(topic), typed: topic.spelling })),
    ),
    {
      name: "division",
      label: t("division"),
      any: t("any"),
      chosen: filter.division,
      options: near(divisions, filter.division).map((division) => ({
        value: division.code,
        name: division.level === "county" ? `\u3000${nameOf(division)}` : nameOf(division),
        typed: division.spelling,
      })),
    },
    some(
      "urgency",
      urgencies.map((value) => ({ value, name: labels(`urgency.${value}`) })),
    ),
    some(
      "status",
      claimStatuses.map((value) => ({ value, name: labels(`claimStatus.${value}`) })),
    ),
  ];
  const isShown = Boolean(filter.more) || isFiltered(filter);
  return (
    <FilterForm
      words={{
        submit: t("submit"),
        clear: t("clear"),
        q: t("q"),
        qHint: t("qHint"),
        chosen: t("chosen"),
        leaveOut: t("leaveOut"),
      }}
      address={{ view: filter.view, suspicion: filter.suspicion, more: filter.more }}
      more={isShown ? null : { href: queueHref(filter, { more: "1" }), label: t("more") }}
      clear={isNarrowed(filter) ? `/desk/queue?view=${filter.view}` : null}
      q={filter.q}
      choices={isShown ? choices() : []}
    />
  );
}

/** The province and its prefectures; the counties of the one that is chosen, for all of them are two hundred. */
function near(divisions: Props["divisions"], chosen: string | undefined): Props["divisions"] {
  const within = divisions.find(({ code }) => code === chosen);
  const opened = within?.level === "county" ? within.parentCode : within?.code;
  return divisions.filter(({ level, parentCode }) => level !== "county" || parentCode === opened);
}
