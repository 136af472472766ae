import { locales } from "#lib/i18n/locale";
import { z } from "#lib/platform/validation";
import { fingerprintOf } from "./fingerprint.ts";
import { reportSchema, seenOnPlaces } from "./schema.ts";

const typed = z.string().optional();

const filedSchema = reportSchema.and(
  z.object({
    locale: z.enum(locales),
    key: z.uuid(),
    proof: z.string().max(4000).optional(),
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
    uploadIds: z.array(z.string()).optional(),
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
  .transform(({ links, seenAt, contact, checked, ...same }): z.input<typeof filedSchema> => {
    const asked = fingerprintOf({ text: same.text, links, uploadIds: same.uploadIds });
    return {
      ...same,
      urls: links ? linksIn(links) : undefined,
      seenAt: seenAt && /^\d{4}-\d{2}-\d{2}$/.test(seenAt) ? `${seenAt}T00:00:00+08:00` : seenAt,
      contact: contact ? (/[@＠]/.test(contact) ? { email: contact } : { phone: contact }) : undefined,
      asked,
      checked: checked === asked,
    };
  })
  .pipe(filedSchema);

/** The links of a text, one a line; apps put words around what they copy, and people leave the scheme away. */
export function linksIn(text: string): string[] {
  const lines = text.split(/\s*\n\s*/).filter((line) => line.trim() !== "");
  return lines.flatMap((line) => {
    const links = line.match(/https?:\/\/[^\s，。；、]+/gi);
    if (links) return links;
    const word = line.trim();
    return /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(word) ? `https://${word}` : word;
  });
}
