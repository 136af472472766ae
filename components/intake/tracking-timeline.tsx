import { useMessages, useTranslations } from "next-intl";
import { DateTime } from "#components/ui/date-time";
import { Part } from "#components/ui/part";
import { type EventType, eventTypes } from "#lib/audit/event-types";

const isShown = (type: EventType): boolean => type === "report.submitted" || eventTypes[type] === "public";

/** What happened when, newest first; things that went before this report are part of the story. */
export function TrackingTimeline({ events }: { events: readonly { type: EventType; at: Date }[] }) {
  const t = useTranslations("report.track");
  const words: Record<string, string> = useMessages().labels.event;
  const shown = events
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .filter(({ type }) => isShown(type))
    .filter(({ type }, index, all) => type !== all[index - 1]?.type)
    .toReversed();
  return (
    <Part title={t("timeline")} look="font-serif text-xl">
      <ol className="mt-3 border-line border-s-2">
        {shown.map(({ type, at }) => (
          <li key={`${type}-${at.toISOString()}`} className="relative pb-4 ps-5">
            <span
              aria-hidden
              className="-start-[7px] absolute top-[0.6em] size-3 rounded-full border-2 border-line-strong bg-paper"
            />
            <p>{words[type.replace(".", "-")] ?? type}</p>
            <DateTime time={at} className="text-ink-soft text-sm tabular-nums" />
          </li>
        ))}
      </ol>
    </Part>
  );
}
