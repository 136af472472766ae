import { requiredText, z } from "#lib/platform/validation";
import { AREAS_PER_COPY } from "./media.ts";

const pixels = (least: number) => z.coerce.number().int().min(least).max(20_000);

const areaSchema = z.object({ x: pixels(0), y: pixels(0), width: pixels(1), height: pixels(1) });

export const blurPictureSchema = z.object({
  uploadId: z.uuid(),
  areas: z.array(areaSchema).min(1, { error: "required" }).max(AREAS_PER_COPY),
});
export type BlurPicture = z.infer<typeof blurPictureSchema>;

export const openOriginalSchema = z.object({ uploadId: z.uuid(), reason: requiredText(500) });
export type OpenOriginal = z.infer<typeof openOriginalSchema>;
