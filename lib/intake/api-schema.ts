import { AppError } from "#lib/platform/errors";
import { z } from "#lib/platform/validation";

/** The answer to a filed report. */
export const filedSchema = z
  .object({
    receipt: z.string().meta({ description: "Shown this once; whoever has it can follow the report." }),
    trackUrl: z
      .url()
      .meta({ description: "Where a person types the receipt, which never stands in an address." }),
    state: z.literal("received"),
    matches: z.array(z.never()).meta({ description: "Known notices about the same thing." }),
  })
  .meta({ id: "FiledReport" });

export type FiledBody = z.infer<typeof filedSchema>;

export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, { error: "invalid" })
  .meta({ description: "The same key with the same content gives the same answer and one report." });

/** The key of a request that may be sent twice, if it has one. @throws AppError VALIDATION */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const key = headers.get("idempotency-key");
  if (key === null) return undefined;
  if (!idempotencyKeySchema.safeParse(key).success) {
    throw new AppError("VALIDATION", [{ path: "Idempotency-Key", message: "invalid" }]);
  }
  return key;
}
