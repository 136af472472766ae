import { useTranslations } from "next-intl";
import type { TimelineEvent } from "#lib/audit/queries";
import type { ClaimData } from "#lib/desk/load-claim-page";
import { useLocalName } from "./local-name.ts";

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

type Names = Pick<ClaimData, "members" | "topics">;

/** Words an event of a claim in one sentence; its ids and codes become names. */
export function useEventWords({ members, topics }: Names): (event: TimelineEvent) => string {
  const t = useTranslations("desk.events");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  const member = (id: unknown) => {
    const found = members.find((one) => one.id === id);
    return found ? nameOf(found) : String(id ?? "");
  };
  return ({ type, data }) => {
    const topic = topics.find(({ id }) => id === data.topic);
    const label = ([key, area]: [string, string]) => {
      const path = `${area}.${data[key]}` as Parameters<typeof labels>[0];
      return [key, labels.has(path) ? labels(path) : String(data[key] ?? "")];
    };
    return t(type as Parameters<typeof t>[0], {
      ...Object.fromEntries(Object.entries(coded).map(label)),
      evidence:
        type === "evidence.added" ? labels(`evidenceType.${data.type}` as "evidenceType.lab-test") : "",
      topic: topic ? nameOf(topic) : "",
      lead: member(data.lead),
      writer: member(data.writer),
      member: member(data.member),
      to: member(data.to),
      from: String(data.from ?? ""),
      reports: String(data.reports ?? ""),
      counties: String(data.counties ?? ""),
      number: String(data.intoNumber ?? ""),
      version: String(data.version ?? ""),
      score: typeof data.score === "number" ? data.score.toFixed(2) : "",
      organisation: String(data.organisation ?? ""),
      changed: data.changed ? "yes" : "no",
    });
  };
}
