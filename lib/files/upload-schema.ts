import { z } from "#lib/platform/validation";
import { redactionKinds } from "#lib/wording/redaction";
import { uploadKinds } from "./media.ts";

/**
 * What `POST /api/v1/uploads` answered: the id alone, for the browser that sent it; with a secret after a dot, for
 * whoever holds it.
 */
export const uploadIdSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}(\.[\w-]{20,64})?$/, { error: "unknown" })
  .meta({ description: "The id of an upload, as it was answered." });

const facts = {
  id: uploadIdSchema,
  kind: z.enum(uploadKinds),
  bytes: z.number().int().meta({ description: "Of the file as it was sent." }),
  width: z
    .number()
    .int()
    .optional()
    .meta({ description: "Of the copy that is kept of a picture, in pixels." }),
  height: z.number().int().optional(),
  text: z.string().optional().meta({
    description: "The words read in a picture, without personal details; absent while they are being read.",
  }),
};

/** The answer to a file that was taken. */
export const receivedUploadSchema = z.object(facts).meta({
  id: "ReceivedUpload",
  description: "Removed after 24 hours when no report names it.",
});

/** An upload, for whoever sent it. */
export const uploadSchema = z
  .object({
    ...facts,
    doubts: z
      .array(z.object({ start: z.number().int(), end: z.number().int() }))
      .optional()
      .meta({
        description:
          "The parts of `text` that were read with doubt, for somebody to correct: from `start` to before `end`, in UTF-16 units.",
      }),
    reading: z
      .enum(["waiting", "read", "failed"])
      .optional()
      .meta({ description: "How far the reading of a picture's words has come; absent for what has none." }),
    warnings: z.array(z.enum(redactionKinds)).meta({
      description: "Kinds of personal details that stand in the picture itself, to cover before it is sent.",
    }),
  })
  .meta({ id: "Upload" });

export const uploadPathSchema = z.object({ id: uploadIdSchema });

/** The body of an upload, for the description of the API; it is read as a stream. */
export const uploadBodySchema = z.object({
  file: z.string().meta({
    format: "binary",
    description: "JPEG, PNG, WebP, HEIC or PDF up to 20 MB, MP3 or M4A up to 30 MB, MP4 up to 100 MB.",
  }),
});
