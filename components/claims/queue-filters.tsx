import { useTranslations } from "next-intl";
import { DivisionOptions } from "#components/reference/division-options";
import { TopicOptions } from "#components/reference/topic-options";
import { ChooseForm, ChooseOne, ChooseWords } from "#components/ui/choose-form";
import { Options } from "#components/ui/options";
import type { QueueFilter } from "#lib/claims/schema";
import { claimStatuses } from "#lib/claims/status";
import type { Division } from "#lib/reference/divisions";
import type { Topic } from "#lib/reference/topics";
import { urgencies } from "#lib/reference/urgency";

type Props = { filter: QueueFilter; topics: readonly Topic[]; divisions: readonly Division[] };

/** Search and filters as an ordinary form: the address says what is shown. */
export function QueueFilters({ filter, topics, divisions }: Props) {
  const t = useTranslations("desk.queue.filters");
  const labels = useTranslations("labels");
  const { q, topic, division, urgency, status } = filter;
  const isNarrowed = Boolean(q || topic || division || urgency || status);
  return (
    <ChooseForm
      submit={t("submit")}
      kept={{ view: filter.view, suspicion: filter.suspicion }}
      clear={isNarrowed ? { href: `/desk/queue?view=${filter.view}`, label: t("clear") } : null}
    >
      <ChooseWords name="q" label={t("q")} chosen={q} shortcut="/" placeholder={t("qHint")} />
      <ChooseOne name="topic" label={t("topic")} chosen={topic} any={t("any")}>
        <TopicOptions topics={topics} />
      </ChooseOne>
      <ChooseOne name="division" label={t("division")} chosen={division} any={t("any")}>
        <DivisionOptions divisions={divisions} />
      </ChooseOne>
      <ChooseOne name="urgency" label={t("urgency")} chosen={urgency} any={t("any")}>
        <Options values={urgencies} word={(value) => labels(`urgency.${value}`)} />
      </ChooseOne>
      <ChooseOne name="status" label={t("status")} chosen={status} any={t("any")}>
        <Options values={claimStatuses} word={(value) => labels(`claimStatus.${value}`)} />
      </ChooseOne>
    </ChooseForm>
  );
}
