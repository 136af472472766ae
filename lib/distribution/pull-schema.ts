import { z } from "#lib/platform/validation";
import { sequenceCursorSchema } from "./sequence-cursor.ts";

const LIMIT = 20;
const MOST = 100;

export const pullQuerySchema = z.object({
  cursor: sequenceCursorSchema.optional().meta({
    description: "The nextCursor of the answer before. What lies before it counts as received by the member.",
  }),
  limit: z.coerce.number().int().min(1).max(MOST).default(LIMIT),
});
export type PullQuery = z.infer<typeof pullQuerySchema>;

export const pulledSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string().meta({ description: "Names this delivery; that of a webhook has another." }),
        isCurrent: z
          .boolean()
          .meta({ description: "False where a newer version of the notice has been published." }),
        message: z
          .object({ type: z.string(), timestamp: z.string(), data: z.record(z.string(), z.unknown()) })
          .meta({ description: "The same that a webhook is sent. Of a slug the highest version holds." }),
      }),
    ),
    nextCursor: z
      .string()
      .meta({ description: "Ask with it for what comes next, also when there is nothing now." }),
  })
  .meta({ id: "Deliveries" });
export type Pulled = z.infer<typeof pulledSchema>;
