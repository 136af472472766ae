import { readUploadOwner } from "#lib/files/upload-owner";
import { findUpload } from "#lib/files/upload-queries";
import { uploadPathSchema } from "#lib/files/upload-schema";
import { AppError } from "#lib/platform/errors";
import { privateJson, route } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, params) => {
    const named = uploadPathSchema.safeParse(params);
    const upload = named.success && (await findUpload(named.data.id, readUploadOwner(request.headers)));
    if (!upload) throw new AppError("NOT_FOUND");
    return privateJson(upload);
  },
});
