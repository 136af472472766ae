import { z } from "#lib/platform/validation";
import { divisionLevels } from "./divisions.ts";
import { urgencies } from "./urgency.ts";

const memberIds = z.array(z.string()).meta({ description: "Ids of members." });

const topic = z
  .object({
    id: z.string(),
    zh: z.string(),
    en: z.string(),
    description: z.string(),
    defaultUrgency: z.enum(urgencies),
    leadMemberIds: memberIds,
    supportMemberIds: memberIds,
    outletHints: memberIds,
    keywords: z.array(z.string()),
    localAgencyZh: z.string(),
    localAgencyEn: z.string(),
    singleSourceRule: z.string().nullable(),
    note: z.string().nullable(),
    subtopics: z.array(
      z.object({
        id: z.string(),
        zh: z.string(),
        en: z.string(),
        leadMemberIds: memberIds,
        singleSourceLevel: z.enum(divisionLevels).nullable().meta({
          description: "The lowest level at which the competent body, and nobody else, decides this.",
        }),
      }),
    ),
  })
  .meta({ id: "Topic" });

const division = z
  .object({
    code: z.string().meta({ description: "GB/T 2260." }),
    zh: z.string(),
    en: z.string(),
    level: z.enum(divisionLevels),
    kind: z.string(),
    parentCode: z.string().nullable(),
  })
  .meta({ id: "Division" });

export const topicListSchema = z
  .object({ items: z.array(topic), nextCursor: z.null() })
  .meta({ id: "TopicList", description: "All topics, in the order of the taxonomy." });

export const divisionListSchema = z
  .object({ items: z.array(division), nextCursor: z.null() })
  .meta({ id: "DivisionList", description: "All divisions, in the order of their codes." });
