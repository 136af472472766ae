import sharp from "sharp";

/** The reference for uploads: takes a picture and encodes it anew as they do, and keeps nothing. */
export async function POST(request: Request): Promise<Response> {
  const file = (await request.formData()).get("file");
  const content = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
  const { info } = await sharp(content)
    .autoOrient()
    .toColourspace("srgb")
    .webp({ quality: 85, effort: 2 })
    .toBuffer({ resolveWithObject: true });
  const body = { id: "00000000-0000-0000-0000-000000000000", kind: "image", bytes: content.length };
  return Response.json({ ...body, width: info.width, height: info.height }, { status: 201 });
}
