import { z } from "#lib/platform/validation";
import { pageUrl } from "./adoption-schema.ts";
import { adoptionChannels } from "./vocabulary.ts";

export const tellPageSchema = z.object({
  deliveryId: z.uuid(),
  url: pageUrl,
  channel: z.enum(adoptionChannels),
});
export type TellPage = z.output<typeof tellPageSchema>;

export const namedAdoptionSchema = z.object({ adoptionId: z.uuid() });
export type NamedAdoption = z.output<typeof namedAdoptionSchema>;
