import { db } from "#lib/platform/db";
import { remember } from "#lib/platform/remember";

const topicSelect = {
  id: true,
  zh: true,
  en: true,
  description: true,
  defaultUrgency: true,
  leadMemberIds: true,
  supportMemberIds: true,
  outletHints: true,
  keywords: true,
  weakKeywords: true,
  localAgencyZh: true,
  localAgencyEn: true,
  singleSourceRule: true,
  note: true,
  subtopics: {
    select: { id: true, zh: true, en: true, leadMemberIds: true, singleSourceLevel: true },
    orderBy: { position: "asc" },
  },
} as const;

/** The topics in the order of the taxonomy, with their subtopics and competent bodies. */
export const listTopics = remember("topics", () =>
  db.topic.findMany({ select: topicSelect, orderBy: { position: "asc" } }),
);

export type Topic = Awaited<ReturnType<typeof listTopics>>[number];

/** One topic, or null where the id names none. */
export const findTopic = async (id: string): Promise<Topic | null> =>
  (await listTopics()).find((topic) => topic.id === id) ?? null;
