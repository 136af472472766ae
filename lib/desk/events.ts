import type { EventData, EventType } from "#lib/audit/event-types";

type Named = { zh: string; en: string };

/** The labels of coded facts: an event's `data` names the code, the message decides which it mentions. */
const coded = {
  urgency: "urgency",
  purpose: "assignmentPurpose",
  closing: "claimStatus",
  outcome: "replyOutcome",
  verdict: "verdict",
  stage: "reviewStage",
  kind: "draftKind",
  suspicion: "suspicion",
} as const;

/** What the ids and codes of events are called. */
export type EventNames = {
  members: readonly (Named & { id: string })[];
  topics: readonly (Named & { id: string; subtopics: readonly (Named & { id: string })[] })[];
  divisions: readonly (Named & { code: string })[];
};

/** The words of one language that events are told in: `desk.events`, `labels`, and which of its names a thing is called by. */
export type EventVoice = {
  t: (key: string, values?: Record<string, string>) => string;
  labels: ((key: string) => string) & { has: (key: string) => boolean };
  nameOf: (named: Named) => string;
};

/** Words an event of a claim in one sentence; its ids and codes become names. */
export function wordEvent(
  { members, topics, divisions }: EventNames,
  { t, labels, nameOf }: EventVoice,
): (event: { type: EventType; data: EventData }) => string {
  const member = (id: unknown) => {
    const found = members.find((one) => one.id === id);
    return found ? nameOf(found) : String(id ?? "");
  };
  /** The name of a topic, subtopic or place; what has none speaks for itself. */
  const nameOfFact = (code: string) => {
    const found =
      topics.find(({ id }) => id === code) ??
      topics.flatMap(({ subtopics }) => subtopics).find(({ id }) => id === code) ??
      divisions.find((division) => division.code === code);
    return found ? nameOf(found) : code;
  };
  return ({ type, data }) => {
    const topic = topics.find(({ id }) => id === data.topic);
    const label = ([key, area]: [string, string]) => {
      const path = `${area}.${data[key]}`;
      return [key, labels.has(path) ? labels(path) : String(data[key] ?? "")];
    };
    return t(type, {
      changes: namesOf(data.revised)
        .map((part) => {
          const told = (value: unknown) => namesOf(value).map(nameOfFact).join(t("comma")) || t("none");
          const change = { before: told(data[`${part}Before`]), after: told(data[`${part}After`]) };
          return t(`revised.${part}`, change);
        })
        .join(t("semicolon")),
      ...Object.fromEntries(Object.entries(coded).map(label)),
      evidence: type === "evidence.added" ? labels(`evidenceType.${data.type}`) : "",
      topic: topic ? nameOf(topic) : "",
      lead: member(data.lead),
      writer: member(data.writer),
      member: member(data.member),
      to: member(data.to),
      // A message chooses by words without hyphens.
      clock: String(data.clock ?? "").replace("-", ""),
      level: String(data.level ?? ""),
      from: String(data.from ?? ""),
      reports: String(data.reports ?? ""),
      part: String(data.part ?? ""),
      counties: String(data.counties ?? ""),
      number: String(data.intoNumber ?? ""),
      version: String(data.version ?? ""),
      score: typeof data.score === "number" ? data.score.toFixed(2) : "",
      organisation: String(data.organisation ?? ""),
      span: String(data.span ?? ""),
      because: String(data.because ?? ""),
      changed: data.changed ? "yes" : "no",
    });
  };
}

const namesOf = (value: unknown): string[] => [value].flat().flatMap((name) => (name ? String(name) : []));
