import { useNow, useTranslations } from "next-intl";
import type { ClaimStatus } from "#lib/claims/status";
import type { QueueRow } from "#lib/desk/list-queue";
import { whyHere } from "#lib/desk/why";
import type { Urgency } from "#lib/reference/urgency";
import { type Named, useLocalName } from "./local-name.ts";

/**
 * A row of the queue in the reader's words: all of it that travels to the browser, twice, so that what is the same in many rows is
 * said once beside them.
 */
export type QueueLine = {
  id: string;
  number: number;
  version: number;
  wording: string;
  urgency: Urgency;
  status: ClaimStatus;
  side?: string;
  topic?: string;
  places?: string;
  /** The same where nobody has decided it. */
  maybeTopic?: string;
  maybePlaces?: string;
  reports: string;
  last: number;
  /** Why it stands here, in short phrases; the first with its time. */
  why?: readonly string[];
  due?: number;
  isLate?: true;
};

/** What is the same in many rows. */
export type LineWords = { urgency: Record<string, string>; status: Record<string, string> };

type Names = {
  topics: readonly (Named & { id: string })[];
  divisions: readonly (Named & { code: string })[];
};

/** A few places say enough in a row. */
const PLACES = 3;

/** The rows of a page of the queue as its readers read them. */
export function useQueueLines(rows: readonly QueueRow[], { topics, divisions }: Names) {
  const t = useTranslations("desk.queue");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  const why = useWhy();
  const namesOf = (places: readonly Named[]) => places.slice(0, PLACES).map(nameOf).join(t("comma"));
  const lines = rows.map((row): QueueLine => {
    const isNew = row.status === "received";
    const topic = topics.find(({ id }) => id === row.topicId);
    const maybeTopic = isNew && !topic ? topics.find(({ id }) => id === row.guessedTopicId) : undefined;
    const at = row.places.map(({ divisionCode }) => divisionCode);
    const placesAt = (codes: readonly string[]) =>
      codes.length > 0 ? namesOf(divisions.filter(({ code }) => codes.includes(code))) : "";
    const places = placesAt(at);
    const maybePlaces = isNew && !places ? placesAt(row.guessedPlaces) : "";
    return {
      id: row.id,
      number: row.number,
      version: row.version,
      wording: row.wording,
      urgency: row.orderClass,
      status: row.status,
      ...(row.sideState && { side: labels(`sideState.${row.sideState}`) }),
      ...(topic && { topic: nameOf(topic) }),
      ...(places && { places }),
      ...(maybeTopic && { maybeTopic: nameOf(maybeTopic) }),
      ...(maybePlaces && { maybePlaces }),
      reports: t("reports", { count: row.reportCount }),
      last: row.lastReportedAt.getTime(),
      ...why(row),
    };
  });
  const words: LineWords = {
    urgency: Object.fromEntries(lines.map(({ urgency }) => [urgency, labels(`urgency.${urgency}`)])),
    status: Object.fromEntries(lines.map(({ status }) => [status, labels(`claimStatus.${status}`)])),
  };
  return { lines, words };
}

function useWhy(): (row: QueueRow) => Pick<QueueLine, "why" | "due" | "isLate"> {
  const t = useTranslations("desk.queue.why");
  const clock = useTranslations("desk.clock");
  const now = useNow();
  return (row) => {
    const { due, asked, isDanger, paused, isAnswered, hiddenUntil } = whyHere(row, now);
    if (hiddenUntil) return { why: [t("snoozed")], due: hiddenUntil.getTime() };
    const why = [
      due ? clock(due.isLate ? `overdue.${due.kind}` : `due.${due.kind}`) : [],
      paused ? clock(`paused.${paused}`) : [],
      isDanger ? t("danger") : [],
      isAnswered ? t("answered") : [],
      asked ? t("asked", { count: asked }) : [],
    ].flat();
    return {
      ...(why.length > 0 && { why }),
      ...(due && { due: due.at.getTime() }),
      ...(due?.isLate && { isLate: true }),
    };
  };
}
