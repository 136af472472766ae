import { awaitReading } from "#lib/files/await-reading";
import { UPLOAD_LIMIT } from "#lib/files/media";
import { receiveUpload } from "#lib/files/receive-upload";
import { AppError } from "#lib/platform/errors";
import { limitNetwork } from "#lib/web/limit-network";
import { readFilePart } from "#lib/web/multipart";
import { privateJson, route } from "#lib/web/route";
import { handOver, senderOf } from "#lib/web/sender";

/** Room for what stands around the file. */
const AROUND = 64 * 1024;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    await limitNetwork(request, "uploads");
    const sender = senderOf(request);
    if (Number(request.headers.get("content-length")) > UPLOAD_LIMIT + AROUND) {
      throw new AppError("PAYLOAD_TOO_LARGE", [{ path: "file", message: "tooLargeFile" }]);
    }
    const { id, kind, bytes, width, height } = await receiveUpload(
      readFilePart(request, "file"),
      sender.owner,
    );
    // Our own pages ask again by themselves (RFC 7240) and show what they have meanwhile.
    const waits = kind === "image" && request.headers.get("prefer") !== "respond-async";
    const text = waits ? await awaitReading(id) : undefined;
    const body = {
      id: sender.isBrowser ? id : `${id}.${sender.owner}`,
      kind,
      bytes,
      ...(width !== null && height !== null && { width, height }),
      ...(text !== undefined && { text }),
    };
    return handOver(privateJson(body, 201), sender);
  },
});
