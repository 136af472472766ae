import { openOriginalSchema } from "#lib/files/file-schema";
import { openOriginal } from "#lib/files/open-original";
import { config } from "#lib/platform/config";
import { AppError } from "#lib/platform/errors";
import { findActor } from "#lib/web/next/session";
import { route } from "#lib/web/route";
import { streamOf } from "#lib/web/stream";

/** The original, for a reason that is on record before it is given out: to be saved, never to be shown by the browser. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { locale, uploadId }) => {
    assertOurs(request);
    const actor = await findActor();
    if (!actor) throw new AppError("UNAUTHENTICATED");
    const fields = await request.formData().catch(() => new FormData());
    const input = openOriginalSchema.safeParse({ uploadId, reason: fields.get("reason") });
    if (!input.success) {
      const page = `/${String(locale)}/desk/files/${encodeURIComponent(String(uploadId))}?missing=reason`;
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
});

/** A form of another site could name a reason of its own. */
function assertOurs({ headers }: Request): void {
  const origin = headers.get("origin");
  const from = origin && URL.canParse(origin) ? new URL(origin).host : null;
  if (from !== headers.get("host") && from !== new URL(config.SITE_URL).host) throw new AppError("FORBIDDEN");
}
