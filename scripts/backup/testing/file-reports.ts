import sharp from "sharp";
import { receiveUpload } from "#lib/files/receive-upload";
import { makeUploadOwner } from "#lib/files/upload-owner";
import { submitReport } from "#lib/intake/submit-report";

// Files reports one after the other, some with a picture, until it is ended; each line tells of one that was acknowledged.
for (let number = 0; ; number++) {
  const upload = number % 4 === 0 ? await sendPicture(number) : undefined;
  const outcome = await submitReport(
    { text: `演练时有人说第 ${number} 号桥今晚封闭`, ...(upload && { uploadIds: [upload.id] }) },
    { channel: "web", locale: "zh-CN", uploadOwner: upload?.owner },
  );
  if (outcome.ok) console.log(JSON.stringify({ receipt: outcome.receipt, uploadId: upload?.id ?? null }));
}

async function sendPicture(number: number) {
  const owner = makeUploadOwner();
  const background = { r: number % 256, g: 80, b: 120 };
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background } }).png();
  const { id } = await receiveUpload(picture, owner);
  return { id, owner };
}
