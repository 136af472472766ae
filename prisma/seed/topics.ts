import type { DivisionLevel } from "#lib/reference/divisions";
import type { Urgency } from "#lib/reference/urgency";
import words from "./data/topic-words.json" with { type: "json" };
import topics from "./data/topics.json" with { type: "json" };

const wordsOf = (id: string) => words[id as keyof typeof words];

/** The taxonomy in its own order, with who is competent. */
export const topicRows = topics.map((topic, position) => ({
  id: topic.id,
  position,
  zh: topic.zh,
  en: topic.en,
  description: topic.description_zh,
  defaultUrgency: topic.default_urgency as Urgency,
  leadMemberIds: topic.lead,
  supportMemberIds: topic.support,
  outletHints: topic.outlet_hint,
  keywords: wordsOf(topic.id).telling.split(" "),
  weakKeywords: wordsOf(topic.id).hinting.split(" "),
  localAgencyZh: topic.local_agency.zh,
  localAgencyEn: topic.local_agency.en,
  singleSourceRule: topic.single_source_rule,
  note: topic.note,
}));

type Subtopic = { id: string; zh: string; en: string; lead: string[]; single_source_level?: string };

export const subtopicRows = topics.flatMap((topic) =>
  topic.subtopics.map((subtopic: Subtopic, position) => ({
    topicId: topic.id,
    id: subtopic.id,
    position,
    zh: subtopic.zh,
    en: subtopic.en,
    leadMemberIds: subtopic.lead,
    singleSourceLevel: (subtopic.single_source_level ?? null) as DivisionLevel | null,
  })),
);
