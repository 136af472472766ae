import { useNow, useTranslations } from "next-intl";
import type { ClaimStatus } from "#lib/claims/status";
import type { QueueRow } from "#lib/desk/list-queue";
import { whyHere } from "#lib/desk/why";
import type { Urgency } from "#lib/reference/urgency";
import { type Named, useLocalName } from "./local-name.ts";

/** What a row says of a claim; nobody has decided what is only guessed. */
type Told = { text: string; isGuess: boolean };

/** A row of the queue in the reader's words: all that travels to the browser of it. */
export type QueueLine = {
  id: string;
  number: number;
  version: number;
  wording: string;
  urgency: Told & { of: Urgency };
  status: { text: string; of: ClaimStatus };
  side: string | null;
  topic: Told | null;
  places: Told | null;
  reports: string;
  last: number;
  /** Why it stands here, in short phrases; the first with its time. */
  why: readonly string[];
  due: number | null;
  isLate: boolean;
};

type Names = {
  topics: readonly (Named & { id: string })[];
  divisions: readonly (Named & { code: string })[];
};

/** A few places say enough in a row. */
const PLACES = 3;

/** The rows of a page of the queue as its readers read them. */
export function useQueueLines(rows: readonly QueueRow[], { topics, divisions }: Names): QueueLine[] {
  const t = useTranslations("desk.queue");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  const why = useWhy();
  const namesOf = (places: readonly Named[]) => places.slice(0, PLACES).map(nameOf).join(t("comma"));
  return rows.map((row) => {
    const isNew = row.status === "received";
    const guessed = isNew ? topics.find(({ id }) => id === row.guessedTopicId) : undefined;
    const near = isNew ? divisions.filter(({ code }) => row.guessedPlaces.includes(code)) : [];
    const places = row.places.map(({ division }) => division);
    return {
      id: row.id,
      number: row.number,
      version: row.version,
      wording: row.wording,
      urgency: { of: row.orderClass, text: labels(`urgency.${row.orderClass}`), isGuess: isNew },
      status: { of: row.status, text: labels(`claimStatus.${row.status}`) },
      side: row.sideState && labels(`sideState.${row.sideState}`),
      topic: told(row.topic ? nameOf(row.topic) : "", guessed ? nameOf(guessed) : ""),
      places: told(namesOf(places), namesOf(near)),
      reports: t("reports", { count: row.reportCount }),
      last: row.lastReportedAt.getTime(),
      ...why(row),
    };
  });
}

const told = (text: string, guess: string): Told | null =>
  text || guess ? { text: text || guess, isGuess: text === "" } : null;

function useWhy(): (row: QueueRow) => Pick<QueueLine, "why" | "due" | "isLate"> {
  const t = useTranslations("desk.queue.why");
  const clock = useTranslations("desk.clock");
  const now = useNow();
  return (row) => {
    const { due, asked, isDanger, paused, isAnswered, hiddenUntil } = whyHere(row, now);
    if (hiddenUntil) return { why: [t("snoozed")], due: hiddenUntil.getTime(), isLate: false };
    return {
      why: [
        due ? clock(due.isLate ? `overdue.${due.kind}` : `due.${due.kind}`) : [],
        paused ? clock(`paused.${paused}`) : [],
        isDanger ? t("danger") : [],
        isAnswered ? t("answered") : [],
        asked ? t("asked", { count: asked }) : [],
      ].flat(),
      due: due?.at.getTime() ?? null,
      isLate: due?.isLate ?? false,
    };
  };
}
