import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { TopicOptions } from "#components/reference/topic-options";
import { ChooseForm, ChooseOne, ChooseSome, ChooseWords } from "#components/ui/choose-form";
import { Link } from "#components/ui/link";
import { Options } from "#components/ui/options";
import type { QueueFilter } from "#lib/claims/schema";
import { claimStatuses } from "#lib/claims/status";
import type { Division } from "#lib/reference/divisions";
import type { Spelled } from "#lib/reference/spelling";
import type { Topic } from "#lib/reference/topics";
import { urgencies } from "#lib/reference/urgency";
import { useLocalName } from "./local-name.ts";
import { isNarrowed, queueHref } from "./queue-href.ts";

type Props = {
  filter: QueueFilter;
  topics: readonly Spelled<Topic>[];
  divisions: readonly Spelled<Division>[];
};

/** Search and filters as an ordinary form: the address says what is shown. Of some kinds several can be chosen. */
export function QueueFilters({ filter, topics, divisions }: Props) {
  const t = useTranslations("desk.queue.filters");
  const labels = useTranslations("labels");
  const { q, topic = [], division, urgency = [], status = [] } = filter;
  const rest = <Value extends string>(all: readonly Value[], chosen: readonly string[]) =>
    all.filter((value) => !chosen.includes(value));
  return (
    <ChooseForm
      submit={t("submit")}
      kept={{ view: filter.view, suspicion: filter.suspicion }}
      clear={isNarrowed(filter) ? { href: `/desk/queue?view=${filter.view}`, label: t("clear") } : null}
      more={<Chosen filter={filter} topics={topics} />}
    >
      <ChooseWords name="q" label={t("q")} chosen={q} shortcut="/" placeholder={t("qHint")} />
      <ChooseSome name="topic" label={t("topic")} chosen={topic} any={t("any")} also={t("also")}>
        <TopicOptions topics={topics.filter(({ id }) => !topic.includes(id))} />
      </ChooseSome>
      <ChooseOne name="division" label={t("division")} chosen={division} any={t("any")}>
        <PlaceOptions divisions={divisions} chosen={division} />
      </ChooseOne>
      <ChooseSome name="urgency" label={t("urgency")} chosen={urgency} any={t("any")} also={t("also")}>
        <Options values={rest(urgencies, urgency)} word={(value) => labels(`urgency.${value}`)} />
      </ChooseSome>
      <ChooseSome name="status" label={t("status")} chosen={status} any={t("any")} also={t("also")}>
        <Options values={rest(claimStatuses, status)} word={(value) => labels(`claimStatus.${value}`)} />
      </ChooseSome>
    </ChooseForm>
  );
}

/** The province and its prefectures; the counties of the one that is chosen, for all of them are two hundred. */
function PlaceOptions({ divisions, chosen }: { divisions: Props["divisions"]; chosen: string | undefined }) {
  const nameOf = useLocalName();
  const within = divisions.find(({ code }) => code === chosen);
  const opened = within?.level === "county" ? within.parentCode : within?.code;
  return divisions
    .filter(({ level, parentCode }) => level !== "county" || parentCode === opened)
    .map((division) => (
      <option key={division.code} value={division.code} data-spelling={division.spelling}>
        {division.level === "county" ? `\u3000${nameOf(division)}` : nameOf(division)}
      </option>
    ));
}

/** What was chosen of the kinds that know several, each to be left out again. */
function Chosen({ filter, topics }: Pick<Props, "filter" | "topics">) {
  const t = useTranslations("desk.queue.filters");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  const { topic = [], urgency = [], status = [] } = filter;
  const without = <Value extends string>(all: readonly Value[], one: Value) =>
    all.filter((value) => value !== one);
  const nameOfTopic = (id: string) => {
    const named = topics.find((one) => one.id === id);
    return named ? nameOf(named) : id;
  };
  const chosen = [
    ...topic.map((one) => ({ name: nameOfTopic(one), rest: { topic: without(topic, one) } })),
    ...urgency.map((one) => ({ name: labels(`urgency.${one}`), rest: { urgency: without(urgency, one) } })),
    ...status.map((one) => ({ name: labels(`claimStatus.${one}`), rest: { status: without(status, one) } })),
  ];
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={t("chosen")} className="flex w-full flex-wrap gap-2">
      {chosen.map(({ name, rest }) => (
        <li key={name}>
          <Link
            href={queueHref(filter, rest)}
            className="inline-flex min-h-9 items-center gap-1.5 rounded border border-line-strong px-3 text-ink text-sm no-underline hover:border-ink hover:text-ink"
          >
            {name}
            <X aria-hidden className="size-[1.1em]" />
            <span className="sr-only">{t("leaveOut")}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
