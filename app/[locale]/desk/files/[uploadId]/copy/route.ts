import { readCopy } from "#lib/files/file-queries";
import { COPY_MEDIA_TYPE } from "#lib/files/media";
import { AppError } from "#lib/platform/errors";
import { findActor } from "#lib/web/next/session";
import { route } from "#lib/web/route";

/** The copy of a picture without metadata, for the desk; next.config.js lets nothing in it run. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (_, { uploadId }) => {
    const actor = await findActor();
    if (!actor) throw new AppError("UNAUTHENTICATED");
    const copy = await readCopy(actor, String(uploadId));
    return new Response(Uint8Array.from(copy), {
      headers: { "Content-Type": COPY_MEDIA_TYPE, "Cache-Control": "private, no-store" },
    });
  },
});
