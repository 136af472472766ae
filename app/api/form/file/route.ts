import { awaitReading } from "#lib/files/await-reading";
import { receiveUpload } from "#lib/files/receive-upload";
import { fileLink } from "#lib/intake/report-files";
import { isAppError } from "#lib/platform/errors";
import { limitNetwork } from "#lib/web/limit-network";
import { readFilePart } from "#lib/web/multipart";
import { route } from "#lib/web/route";
import { handOver, senderOf } from "#lib/web/sender";

/** A file from a form without scripts: it leads to the report that the file is a part of, or back with what is wrong. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const { searchParams } = new URL(request.url);
    const sender = { ...senderOf(request), isBrowser: true };
    const link = fileLink(searchParams.get("locale"), searchParams.getAll("file"));
    const lead = (to: string) => new Response(null, { status: 303, headers: { Location: to } });
    try {
      await limitNetwork(request, "uploads");
      const { id, kind } = await receiveUpload(readFilePart(request, "file"), sender.owner);
      if (kind === "image") await awaitReading(id);
      return handOver(lead(link.report(id)), sender);
    } catch (error) {
      if (!isAppError(error)) throw error;
      return lead(link.again(error.fields[0]?.message ?? error.code));
    }
  },
});
