/** What citizens may send beside words. */
export const uploadKinds = ["image", "pdf", "video", "audio"] as const;
export type UploadKind = (typeof uploadKinds)[number];

/** Whether the words in a picture could be read. */
export type ReadingState = "read" | "failed";

/** A rectangle of a picture in its own pixels. */
export type Area = { x: number; y: number; width: number; height: number };

/** How many files one report may bring. */
export const UPLOADS_PER_REPORT = 6;

declare global {
  namespace PrismaJson {
    type UploadKind = import("./media.ts").UploadKind;
    type ReadingState = import("./media.ts").ReadingState;
    type BlurredAreas = import("./media.ts").Area[];
    type MessageAuthor = "desk" | "citizen";
  }
}
