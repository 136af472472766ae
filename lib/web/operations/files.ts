import { findBlurredCopy, readCopy } from "#lib/files/file-queries";
import { openOriginalSchema } from "#lib/files/file-schema";
import { COPY_MEDIA_TYPE } from "#lib/files/media";
import { openOriginal } from "#lib/files/open-original";
import { defaultLocale, locales } from "#lib/i18n/locale";
import { localePath } from "#lib/i18n/paths";
import { z } from "#lib/platform/validation";
import { Content } from "../entry.ts";
import { type Operation, operation } from "../operation.ts";
import { streamOf } from "../stream-of.ts";

const ofDesk = z.object({ locale: z.enum(locales).default(defaultLocale), uploadId: z.string() });

/** Files as they are given out; nothing in them ever runs, whatever they turn out to be. */
export const fileOperations: readonly Operation[] = [
  operation({
    method: "GET",
    path: "/files/{copyId}",
    summary: "A copy of a picture in which staff made areas unrecognisable; it never changes.",
    access: "public",
    params: z.object({ copyId: z.string() }),
    answer: { status: 200, description: "The picture." },
    cache: "forever",
    run: async ({ path: { copyId } }) => {
      const copy = await findBlurredCopy(copyId);
      return copy && new Content(Uint8Array.from(copy), COPY_MEDIA_TYPE);
    },
  }),
  operation({
    method: "GET",
    path: "/{locale}/desk/files/{uploadId}/copy",
    summary: "The copy of a picture without metadata, for the desk.",
    access: "file.read",
    params: ofDesk,
    answer: { status: 200, description: "The picture." },
    cache: "never",
    run: async ({ actor, path: { uploadId } }) => {
      const copy = await readCopy(actor, uploadId);
      return new Response(Uint8Array.from(copy), {
        headers: { "Content-Type": COPY_MEDIA_TYPE, "Cache-Control": "private, no-store" },
      });
    },
  }),
  operation({
    method: "POST",
    path: "/{locale}/desk/files/{uploadId}/original",
    summary:
      "The original, for a reason that is on record before it is given out: to be saved, never to be shown by the browser.",
    access: "file.read",
    params: ofDesk,
    answer: { status: 200, description: "The file." },
    cache: "never",
    run: async ({ request, actor, path: { locale, uploadId } }) => {
      const fields = await request.formData().catch(() => new FormData());
      const input = openOriginalSchema.safeParse({ uploadId, reason: fields.get("reason") });
      if (!input.success) {
        const page = localePath(`/desk/files/${encodeURIComponent(uploadId)}?missing=reason`, locale);
        return new Response(null, { status: 303, headers: { Location: page } });
      }
      const { content, bytes, name } = await openOriginal(actor, input.data);
      return new Response(streamOf(content), {
        headers: {
          "Content-Type": "application/octet-stream",
          "Content-Length": String(bytes),
          "Content-Disposition": `attachment; filename="${name}"`,
          "Cache-Control": "private, no-store",
        },
      });
    },
  }),
];
