/** What citizens may send beside words. */
export const uploadKinds = ["image", "pdf", "video", "audio"] as const;
export type UploadKind = (typeof uploadKinds)[number];

const MEGABYTE = 1024 * 1024;

/** How many bytes a file of each kind may have. */
export const uploadLimits: Readonly<Record<UploadKind, number>> = {
  image: 20 * MEGABYTE,
  pdf: 20 * MEGABYTE,
  audio: 30 * MEGABYTE,
  video: 100 * MEGABYTE,
};

/** The largest of them. */
export const UPLOAD_LIMIT = Math.max(...Object.values(uploadLimits));

type Size = { width: number; height: number };

/** How many pixels a picture may have before anybody decodes it: the largest cameras of telephones have fewer. */
export const PIXEL_LIMIT = 50_000_000;

/** The longest edge that a picture may have: that of the longest JPEG. A few pixels by many millions freeze a decoder. */
export const EDGE_LIMIT = 65_535;

/** Whether a picture of this size may be decoded: its area and both of its edges, all known from its head. */
export const isDecodable = ({ width, height }: Size): boolean =>
  width * height <= PIXEL_LIMIT && Math.max(width, height) <= EDGE_LIMIT;

/** How the copies of pictures are encoded. */
export const COPY_MEDIA_TYPE = "image/webp";

/** Whether the words in a picture could be read. */
export type ReadingState = "read" | "failed";

/** A rectangle of a picture in its own pixels. */
export type Area = { x: number; y: number; width: number; height: number };

/** How many files one report may bring. */
export const UPLOADS_PER_REPORT = 6;

/** How many areas of a picture one copy may blur. */
export const AREAS_PER_COPY = 40;

const EDGE = 2560;
const LONG_SHORT_EDGE = 1080;
const LONG_LONG_EDGE = 12_000;

/**
 * The size at which a picture is kept: no edge above 2560 pixels. A long screenshot of a chat keeps its width instead,
 * because nobody could read its words any more.
 */
export function fitPicture({ width, height }: Size): Size {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const isLong = long > 2.5 * short;
  const scale = isLong
    ? Math.min(1, Math.max(EDGE / long, Math.min(LONG_SHORT_EDGE / short, LONG_LONG_EDGE / long)))
    : Math.min(1, EDGE / long);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

declare global {
  namespace PrismaJson {
    type UploadKind = import("./media.ts").UploadKind;
    type ReadingState = import("./media.ts").ReadingState;
    type BlurredAreas = import("./media.ts").Area[];
    type MessageAuthor = "desk" | "citizen";
  }
}
