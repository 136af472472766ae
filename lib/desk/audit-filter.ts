import { type EventType, eventTypes } from "#lib/audit/event-types";
import { day, fieldErrors, text, z } from "#lib/platform/validation";

/** An empty control of a form asks for nothing. */
const asked = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** What the audit log can be narrowed to; days are days in Sichuan. */
export const auditFilterSchema = z
  .object({
    type: asked(z.enum(Object.keys(eventTypes) as [EventType, ...EventType[]])),
    /** A part of the name of whoever did it. */
    person: asked(text(50)),
    /** The number of a claim, as people write it: `#128` or `128`. */
    claim: asked(
      z
        .string()
        .regex(/^\s*#?\d{1,9}\s*$/)
        .transform((written) => Number(written.replace("#", ""))),
    ),
    from: asked(day),
    to: asked(day),
    before: asked(z.string().regex(/^\d{1,18}$/)),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { error: "invalid", path: ["to"] });
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** What somebody types; it is asked for again where it cannot be. */
const typed = ["person", "claim", "from", "to"] as const;
type Typed = Record<(typeof typed)[number], string | undefined>;

/**
 * What an address asks of the audit log. Where something that was typed cannot be, `wrong` names it and `typed` keeps it; null
 * where the address itself cannot be.
 */
export function readAuditFilter(
  given: Readonly<Record<string, string | string[] | undefined>>,
): { filter: AuditFilter; typed: Typed; wrong: readonly string[] } | null {
  const kept = Object.fromEntries(
    typed.map((name) => [name, typeof given[name] === "string" ? given[name] : undefined]),
  ) as Typed;
  const read = auditFilterSchema.safeParse(given);
  if (read.success) return { filter: read.data, typed: kept, wrong: [] };
  const wrong = fieldErrors(read.error).map(({ path }) => path);
  const isTyped = wrong.every((path) => typeof given[path] === "string" && path in kept);
  return isTyped ? { filter: {}, typed: kept, wrong } : null;
}
