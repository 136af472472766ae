import { z } from "#lib/platform/validation";
import { duties, memberKinds, tiers } from "./vocabulary.ts";

const member = z
  .object({
    id: z.string(),
    zh: z.string(),
    en: z.string(),
    kind: z.enum(memberKinds),
    tier: z
      .enum(tiers)
      .meta({ description: "1 the platform, 5 media groups and their outlets, N all others." }),
    divisionCode: z.string(),
    parentId: z.string().nullable(),
    topics: z.array(z.string()).meta({ description: "Topic ids it is competent for; `*` is every topic." }),
    duties: z.array(z.enum(duties)),
    certainty: z.string().meta({ description: "How sure the directory is of this entry." }),
  })
  .meta({ id: "Member" });

export const memberListSchema = z
  .object({ items: z.array(member), nextCursor: z.null() })
  .meta({ id: "MemberList", description: "All members of the network, tier by tier." });
