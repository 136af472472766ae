import { locales } from "#lib/i18n/locale";
import { typedText } from "#lib/platform/text";
import { several, z } from "#lib/platform/validation";
import { linksIn } from "#lib/wording/links";
import { fingerprintOf } from "./fingerprint.ts";
import { proofSchema } from "./proof.ts";
import { reportSchema, seenOnPlaces } from "./schema.ts";

const typed = z.string().optional();

const filedSchema = reportSchema.and(
  z.object({
    locale: z.enum(locales),
    key: z.uuid(),
    proof: proofSchema.optional(),
    asked: z.string(),
    checked: z.boolean(),
  }),
);

/**
 * The form for citizens: one field for all links, one for either contact, a day instead of a moment. `asked` tells which
 * question it asks, `checked` whether the sender has seen what is known about this very question.
 */
export const reportFormSchema = z
  .object({
    text: typed,
    links: typed,
    uploadIds: several(z.array(z.string())),
    seenOn: z.enum(seenOnPlaces).optional(),
    seenAt: typed,
    division: typed,
    topic: typed,
    note: typed,
    contact: typed,
    locale: z.enum(locales),
    key: z.uuid(),
    proof: typed,
    checked: typed,
  })
  .transform(({ links, seenAt, contact, checked, ...same }, context) => {
    const asked = fingerprintOf({ text: same.text, links, uploadIds: same.uploadIds });
    const report: z.input<typeof filedSchema> = {
      ...same,
      urls: links ? urlsIn(links) : undefined,
      seenAt: seenAt && /^\d{4}-\d{2}-\d{2}$/.test(seenAt) ? `${seenAt}T00:00:00+08:00` : seenAt,
      contact: contact ? (/[@＠]/.test(contact) ? { email: contact } : { phone: contact }) : undefined,
      asked,
      checked: checked === asked,
    };
    const filed = filedSchema.safeParse(report);
    if (filed.success) return filed.data;
    // What is wrong is told of the fields that were filled in.
    for (const { path, message } of filed.error.issues) {
      const [first = "", ...rest] = path;
      context.addIssue({ code: "custom", message, path: first === "urls" ? ["links"] : [first, ...rest] });
    }
    return z.NEVER;
  });

/** A line that is no link stays, so that it can be refused by name. */
function urlsIn(field: string): string[] {
  const lines = field.split("\n").flatMap((line) => typedText(line) || []);
  return lines.flatMap((line) => {
    const links = linksIn(line);
    return links.length > 0 ? links.map(({ address }) => address) : line;
  });
}
