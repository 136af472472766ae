import sharp from "sharp";
import { receiveUpload } from "#lib/files/receive-upload";
import { makeUploadOwner } from "#lib/files/upload-owner";
import { db } from "#lib/platform/db";

type SeedUpload = { reportId: string; content?: Buffer; position?: number };

/** A file in a report that exists already; a picture unless told otherwise. Returns its id. */
export async function seedUpload({ reportId, content, position = 0 }: SeedUpload): Promise<string> {
  const file = content ?? (await picture());
  const { id } = await receiveUpload(
    (async function* () {
      yield file;
    })(),
    makeUploadOwner(),
  );
  await db.reportUpload.create({ data: { uploadId: id, reportId, position } });
  return id;
}

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 200, channels: 3, background: "#8aa" } })
    .png()
    .toBuffer();
