import { useTranslations } from "next-intl";
import { TellDecision } from "#components/desk/tell-decision";
import { UndoForm } from "#components/desk/undo-form";
import { RelativeTime } from "#components/ui/relative-time";
import type { TimelineEvent } from "#lib/desk/list-timeline";
import type { ClaimData } from "#lib/desk/load-claim-page";
import type { UndoOutcome } from "#lib/routing/undo-decision";
import type { FormAction } from "#lib/web/form";
import { type EventNames, useEventWords } from "./event-words.ts";
import { useLocalName } from "./local-name.ts";

type NamesOfEvents = EventNames & Pick<ClaimData, "people">;
type Props = { data: NamesOfEvents & Pick<ClaimData, "timeline"> };

/** What has happened to the claim, oldest first: who, in which role, at which member, and why. */
export function Timeline({ data }: Props) {
  return (
    <ol className="space-y-3 border-line border-s-2 ps-4">
      {data.timeline.map((event) => (
        <li key={event.id}>
          <EventLine event={event} data={data} />
        </li>
      ))}
    </ol>
  );
}

/** What is told of an event, whichever decision it is a part of. */
type ToldEvent = Omit<TimelineEvent, "transaction" | "undoesId">;

type LatestProps = {
  data: Props["data"] & Pick<ClaimData, "claim" | "undo">;
  undoAction: FormAction<UndoOutcome>;
};

/** The last thing that happened, read out when it changes, and the way back where it was a decision of just now. */
export function LatestEvent({ data, undoAction }: LatestProps) {
  const t = useTranslations("desk");
  const wordsOf = useEventWords(data);
  const { claim, timeline, undo } = data;
  const latest = timeline.at(-1);
  const decided = undo && timeline.find(({ id }) => id === undo.eventId);
  const words = decided ? `#${claim.number} ${wordsOf(decided)}` : "";
  return (
    <div className="space-y-2">
      <div role="status" className="text-sm">
        {latest ? <EventLine event={{ ...latest, reason: null }} data={data} /> : null}
      </div>
      <TellDecision
        key={claim.id}
        eventId={undo?.isOwn ? undo.eventId : null}
        words={words}
        undoAction={undoAction}
      />
      {undo ? (
        <UndoForm
          key={undo.eventId}
          action={undoAction}
          hidden={{ eventId: undo.eventId }}
          submit={t(`undo.of.${undo.kind}`)}
          shortcut="u"
        />
      ) : null}
    </div>
  );
}

/** One thing that happened: what, why, by whom and when. */
export function EventLine({ event, data }: { event: ToldEvent; data: NamesOfEvents }) {
  const t = useTranslations("desk.timeline");
  const labels = useTranslations("labels");
  const wordsOf = useEventWords(data);
  const nameOf = useLocalName();
  const member = data.members.find(({ id }) => id === event.actorMemberId);
  const person = event.actorUserId ? data.people.get(event.actorUserId) : undefined;
  const who =
    event.actorKind === "person"
      ? [person, event.actorRole && labels(`role.${event.actorRole}`), member && nameOf(member)]
      : [t(event.actorKind)];
  return (
    <>
      <p>{wordsOf(event)}</p>
      {event.reason ? (
        <p className="whitespace-pre-wrap text-sm">
          <span className="text-ink-soft">{t("reason")}</span> {event.reason}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
        <span>{who.filter(Boolean).join(" · ")}</span>
        <RelativeTime time={event.at} />
      </p>
    </>
  );
}
