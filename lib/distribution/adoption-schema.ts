import { z } from "#lib/platform/validation";
import { isMembersPage } from "./receiver-url.ts";
import { adoptionChannels } from "./vocabulary.ts";

/** As an index holds it, with every letter that is not ASCII escaped. */
const LONGEST_URL = 2_000;
const MOST_READS = 2_147_483_647;

/** A page that everybody can open, in the one way in which its address is written. */
export const pageUrl = z
  .string()
  .trim()
  .max(LONGEST_URL)
  .refine(isMembersPage, { error: "notPublicPage" })
  .transform((address) => new URL(address).href)
  .pipe(z.string().max(LONGEST_URL));

const reads = z.number().int().min(0).max(MOST_READS);

export const recordAdoptionSchema = z
  .object({
    debunkSlug: z.string().regex(/^[\w-]{1,80}$/, { error: "unknown" }),
    version: z.number().int().min(1).max(999_999).optional().meta({
      description:
        "The version that stands there. Without it the page is opened, and counts when the notice is found there.",
    }),
    url: pageUrl.meta({ description: "Where it stands. The same address again is the same adoption." }),
    channel: z.enum(adoptionChannels),
    publishedAt: z.iso.datetime({ offset: true, error: "badDate" }).transform((time) => new Date(time)),
    reads: reads.optional().meta({ description: "How often it was read there so far." }),
  })
  .meta({ id: "NewAdoption" });
export type RecordAdoption = z.infer<typeof recordAdoptionSchema>;

export const adoptionSchema = z
  .object({
    debunkSlug: z.string(),
    version: z.number().int().min(1).nullable().meta({
      description: "What stands there, as told or found last; null while it has not been found there.",
    }),
    currentVersion: z
      .number()
      .int()
      .min(1)
      .meta({ description: "Where it is higher than `version`, what stands there is out of date." }),
    url: z.url(),
    channel: z.enum(adoptionChannels),
    publishedAt: z.iso.datetime({ offset: true }),
    reads: reads.nullable(),
    seenAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .meta({ description: "When the notice was found there last, where the page is opened." }),
    missedAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .meta({ description: "Since when it is not found there." }),
  })
  .meta({ id: "Adoption" });
export type AdoptionBody = z.infer<typeof adoptionSchema>;
