import { UPLOAD_LIMIT } from "#lib/files/media";
import { assertPendingRoom } from "#lib/files/pending-room";
import { awaitReading } from "#lib/files/reading/await-reading";
import { receiveUpload } from "#lib/files/receive-upload";
import { findUpload } from "#lib/files/upload-queries";
import {
  receivedUploadSchema,
  uploadBodySchema,
  uploadPathSchema,
  uploadSchema,
} from "#lib/files/upload-schema";
import { fileLink } from "#lib/intake/report-files";
import { AppError } from "#lib/platform/errors";
import { z } from "#lib/platform/validation";
import { counted } from "../limit-bytes.ts";
import { readFilePart } from "../multipart.ts";
import { networkOf } from "../network.ts";
import { type Operation, operation } from "../operation.ts";
import { answerResumable } from "../resumable-uploads.ts";
import { handOver, type Sender, senderOf, uploadOwnerOf } from "../sender.ts";

/** Room for what stands around the file. */
const AROUND = 64 * 1024;

const taken = { description: "Taken and stored.", schema: receivedUploadSchema } as const;

/** Files that somebody sends for a report. */
export const uploadOperations: readonly Operation[] = [
  operation({
    method: "POST",
    path: "/api/v1/uploads",
    id: "sendFile",
    summary: "Send a picture, a PDF, a film or a sound for a report that is filed afterwards.",
    description:
      "With `Prefer: respond-async` the answer does not wait for the words in a picture to be read. A browser is known by a cookie; to any other program the id carries a secret.",
    access: "public",
    limit: "uploads",
    headers: z.object({ Prefer: z.string().optional().meta({ description: "`respond-async`" }) }),
    form: uploadBodySchema,
    answer: { status: 201, ...taken },
    errors: ["FORBIDDEN"],
    cache: "never",
    run: async ({ request, headers: { Prefer: preference } }) => {
      const sender = senderOf(request);
      if (Number(request.headers.get("content-length")) > UPLOAD_LIMIT + AROUND) {
        throw new AppError("PAYLOAD_TOO_LARGE", [{ path: "file", message: "tooLargeFile" }]);
      }
      const { id, kind, bytes, width, height } = await receive(request, sender);
      // Our own pages ask again by themselves (RFC 7240) and show what they have meanwhile.
      const waits = kind === "image" && preference !== "respond-async";
      const text = waits ? await awaitReading(id) : undefined;
      const body: z.input<typeof receivedUploadSchema> = {
        id: sender.isBrowser ? id : `${id}.${sender.owner}`,
        kind,
        bytes,
        ...(width !== null && height !== null && { width, height }),
        ...(text !== undefined && { text }),
      };
      return handOver(Response.json(body, { status: 201 }), sender);
    },
  }),
  operation({
    method: "GET",
    path: "/api/v1/uploads/{id}",
    id: "getUpload",
    summary: "An upload, for whoever sent it.",
    access: "public",
    params: uploadPathSchema,
    answer: { status: 200, description: "Found.", schema: uploadSchema },
    cache: "never",
    run: ({ request, path }) => findUpload(path.id, uploadOwnerOf(request.headers)),
  }),
  // tus, for browsers on bad networks; they are known by their cookie.
  ...(["POST", "PATCH", "HEAD", "DELETE", "OPTIONS"] as const).map((method) =>
    operation({
      method,
      path: "/api/v1/uploads/resumable/{path*}",
      summary: "A file that goes on where it stopped (tus.io, 1.0).",
      access: "public",
      ...(method === "POST" && { limit: "uploads" }),
      answer: { status: method === "POST" ? 201 : 200, ...taken },
      cache: "never",
      run: async ({ request }) => {
        const sender = { ...senderOf(request), isBrowser: true };
        return handOver(await answerResumable(request, sender.owner), sender);
      },
    }),
  ),
  operation({
    method: "POST",
    path: "/api/form/file",
    summary: "A file from a form without scripts: leads to the report that it is a part of, or back.",
    access: "public",
    limit: "uploads",
    form: uploadBodySchema,
    answer: { status: 303, description: "The report, or the form with what is wrong." },
    errors: ["FORBIDDEN"],
    cache: "never",
    run: async ({ request }) => {
      const sender = { ...senderOf(request), isBrowser: true };
      const { id, kind } = await receive(request, sender);
      if (kind === "image") await awaitReading(id);
      return handOver(lead(linkOf(request).report(id)), sender);
    },
    refuse: (request, { code, fields }) =>
      code === "FORBIDDEN" ? null : lead(linkOf(request).again(fields[0]?.message ?? code)),
  }),
];

/** Takes the file of a form, for which its network and this machine must have room. */
async function receive(request: Request, { owner }: Sender) {
  const length = request.headers.get("content-length");
  await assertPendingRoom(length === null ? undefined : Number(length));
  const content = counted(request, readFilePart(request, "file"));
  return receiveUpload(content, owner, { network: networkOf(request) });
}

const lead = (to: string) =>
  new Response(null, { status: 303, headers: { Location: to, "Cache-Control": "no-store" } });

function linkOf({ url }: Request) {
  const { searchParams } = new URL(url);
  return fileLink(searchParams.get("locale"), searchParams.getAll("file"));
}
