import sharp from "sharp";
import { expect, it } from "vitest";
import { receiveUpload } from "#lib/files/receive-upload";
import { makeUploadOwner } from "#lib/files/upload-owner";
import { db } from "#lib/platform/db";
import { drawing } from "#lib/platform/testing/pictures";
import { reportFiles } from "./report-files.ts";

const owner = makeUploadOwner();

/** A picture that was sent, with what was read in it. */
async function sent(text?: string, doubts: { start: number; end: number }[] = []) {
  const picture = await sharp(drawing([])).png().toBuffer();
  const { id: uploadId } = await receiveUpload(
    (async function* () {
      yield picture;
    })(),
    owner,
  );
  if (text !== undefined) {
    await db.uploadText.create({
      data: { uploadId, state: "read", text, doubts, seen: {}, readAt: new Date() },
    });
  }
  return uploadId;
}

it("joins the words of several pictures, and knows which of them were read with doubt", async () => {
  const ids = [
    await sent("全城停水", [{ start: 2, end: 4 }]),
    await sent(""),
    await sent("请转告", [{ start: 0, end: 1 }]),
  ];
  const files = await reportFiles(ids, owner);
  expect(files).toMatchObject({ ids, text: "全城停水\n请转告", isUnread: false });
  expect(files.doubts.map(({ start, end }) => files.text.slice(start, end))).toEqual(["停水", "请"]);
});

it("says that words are still to be read, and nothing of another's files", async () => {
  const ids = [await sent(), await sent("停水")];
  expect(await reportFiles(ids, owner)).toMatchObject({ text: "停水", isUnread: true });
  expect(await reportFiles(ids, makeUploadOwner())).toEqual({
    ids: [],
    text: "",
    doubts: [],
    isUnread: false,
  });
});
