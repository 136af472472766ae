import { readUploadOwner } from "#lib/intake/upload-owner";
import { findUpload } from "#lib/intake/upload-queries";
import { uploadPathSchema } from "#lib/intake/upload-schema";
import { AppError } from "#lib/platform/errors";
import { privateJson, route } from "#lib/platform/http";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, params) => {
    const named = uploadPathSchema.safeParse(params);
    const upload = named.success && (await findUpload(named.data.id, readUploadOwner(request.headers)));
    if (!upload) throw new AppError("NOT_FOUND");
    return privateJson(upload);
  },
});
