import { findUpload } from "#lib/files/upload-queries";
import { uploadPathSchema } from "#lib/files/upload-schema";
import { AppError } from "#lib/platform/errors";
import { privateJson, route } from "#lib/web/route";
import { uploadOwnerOf } from "#lib/web/sender";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, params) => {
    const named = uploadPathSchema.safeParse(params);
    const upload = named.success && (await findUpload(named.data.id, uploadOwnerOf(request.headers)));
    if (!upload) throw new AppError("NOT_FOUND");
    return privateJson(upload);
  },
});
