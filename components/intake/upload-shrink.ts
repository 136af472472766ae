import { fitPicture } from "#lib/files/media";

const QUALITY = 0.9;
type Box = { x: number; y: number; width: number; height: number };

/**
 * The picture at the size at which it is kept, so that a slow network carries no more than that; the file itself when it
 * is small enough, or the browser cannot decode it (HEIC). What was taken where stays on the telephone.
 */
export async function shrinkPicture(file: Blob): Promise<Blob> {
  if (!file.type.startsWith("image/")) return file;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return file;
  const size = fitPicture(picture);
  if (size.width === picture.width && size.height === picture.height) return file;
  return (await draw(picture, size, [])) ?? file;
}

/** The picture with parts of it blacked out; there is nothing under the black. */
export async function coverPicture(file: Blob, boxes: readonly Box[]): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  return picture && draw(picture, picture, boxes);
}

async function draw(
  picture: ImageBitmap,
  { width, height }: { width: number; height: number },
  boxes: readonly Box[],
): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  context.fillStyle = "#000";
  for (const box of boxes) context.fillRect(box.x, box.y, box.width, box.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
}
