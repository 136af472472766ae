import { findBlurredCopy } from "#lib/files/file-queries";
import { COPY_MEDIA_TYPE } from "#lib/files/media";
import { AppError } from "#lib/platform/errors";
import { publicRoute } from "#lib/web/route";

/** A copy of a picture in which staff made areas unrecognisable; it never changes, and nothing in it runs (next.config.js). */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute(async (_, { copyId }) => {
  const copy = await findBlurredCopy(String(copyId));
  if (!copy) throw new AppError("NOT_FOUND");
  return new Response(Uint8Array.from(copy), {
    headers: { "Content-Type": COPY_MEDIA_TYPE, "Cache-Control": "public, max-age=31536000, immutable" },
  });
});
