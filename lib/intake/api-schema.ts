import { z } from "#lib/platform/validation";
import { proofSchema } from "./proof.ts";
import { reportSchema } from "./schema.ts";

/** A report as it is sent: with the work that was done for it, which is no part of what it says. */
export const sentReportSchema = reportSchema
  .safeExtend({ proof: proofSchema.optional() })
  .meta({ id: "NewReport" });

/** What whoever filed a report is given. */
export const receiptAnswerSchema = z.object({
  receipt: z.string().meta({ description: "Shown this once; whoever has it can follow the report." }),
  trackUrl: z
    .url()
    .meta({ description: "Where a person types the receipt, which never stands in an address." }),
  state: z.literal("received"),
});

export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, { error: "invalid" })
  .meta({
    description:
      "The same key with the same content gives the same answer and one report. With a member's key, any value that is " +
      "new in its own system. Without one, a value that nobody else can come upon, because it leads to the receipt: at " +
      "least 128 bits of chance, such as a UUID (version 4) or 22 characters of base64url; anything shorter or more " +
      "regular is a 422.",
  });
