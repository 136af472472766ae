import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DivisionOptions } from "#components/reference/division-options";
import { TopicOptions } from "#components/reference/topic-options";
import { Button, ButtonLink } from "#components/ui/button";
import { Input } from "#components/ui/input";
import { Kbd } from "#components/ui/kbd";
import { Select } from "#components/ui/select";
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
    // A new key after each search: what the address says is what the controls show.
    <search key={JSON.stringify(filter)}>
      <form method="get" className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <input type="hidden" name="view" value={filter.view} />
        {filter.suspicion ? <input type="hidden" name="suspicion" value={filter.suspicion} /> : null}
        <Labelled id="q" label={t("q")} shortcut="/" className="min-w-56 flex-2">
          <Input id="queue-q" name="q" type="search" defaultValue={q} data-key="/" placeholder={t("qHint")} />
        </Labelled>
        <Labelled id="topic" label={t("topic")}>
          <Select id="queue-topic" name="topic" defaultValue={topic}>
            <option value="">{t("any")}</option>
            <TopicOptions topics={topics} />
          </Select>
        </Labelled>
        <Labelled id="division" label={t("division")}>
          <Select id="queue-division" name="division" defaultValue={division}>
            <option value="">{t("any")}</option>
            <DivisionOptions divisions={divisions} />
          </Select>
        </Labelled>
        <Labelled id="urgency" label={t("urgency")}>
          <Select id="queue-urgency" name="urgency" defaultValue={urgency}>
            <option value="">{t("any")}</option>
            {urgencies.map((value) => (
              <option key={value} value={value}>
                {labels(`urgency.${value}`)}
              </option>
            ))}
          </Select>
        </Labelled>
        <Labelled id="status" label={t("status")}>
          <Select id="queue-status" name="status" defaultValue={status}>
            <option value="">{t("any")}</option>
            {claimStatuses.map((value) => (
              <option key={value} value={value}>
                {labels(`claimStatus.${value}`)}
              </option>
            ))}
          </Select>
        </Labelled>
        <div className="flex gap-2">
          <Button type="submit" variant="secondary">
            {t("submit")}
          </Button>
          {isNarrowed ? (
            <ButtonLink href={`/desk/queue?view=${filter.view}`} variant="quiet">
              {t("clear")}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}

type LabelledProps = {
  id: string;
  label: string;
  shortcut?: string;
  className?: string;
  children: ReactNode;
};

function Labelled({ id, label, shortcut, className, children }: LabelledProps) {
  return (
    <div className={className ?? "min-w-32 flex-1"}>
      <label htmlFor={`queue-${id}`} className="block pb-0.5 text-ink-soft text-sm">
        {label}
        {shortcut ? (
          <span aria-hidden className="ms-2">
            <Kbd>{shortcut}</Kbd>
          </span>
        ) : null}
      </label>
      {children}
    </div>
  );
}
