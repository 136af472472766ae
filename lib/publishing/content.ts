import type { EvidenceType, ReplyOutcome, Verdict } from "#lib/investigation/vocabulary";

export type DebunkStatus = "published" | "corrected" | "retracted";

export type PublishedMember = { id: string; zh: string; en: string };

export type PublishedEvidence = {
  type: EvidenceType;
  publisher: string;
  title: string;
  url: string | null;
  archivedUrl: string | null;
  /** `YYYY-MM-DD` */
  publishedOn: string | null;
  shows: string;
  isPrimary: boolean;
};

/** What a version says, complete in itself: it stays readable whatever happens to the rows it came from. */
export type PublishedContent = {
  title: string;
  titleEn: string;
  verdict: Verdict;
  summary: string;
  claimed: string;
  /** Each point names its evidence by position in `evidence`, from 1. */
  points: { text: string; evidence: number[] }[];
  evidence: PublishedEvidence[];
  advice: string;
  howWeKnow: string;
  replies: { organisation: string; askedOn: string; outcome: ReplyOutcome; reply: string | null }[];
  verifiedBy: PublishedMember[];
  writtenBy: PublishedMember;
  /** First, second and final review. */
  reviewedBy: PublishedMember[];
};

declare global {
  namespace PrismaJson {
    type DebunkStatus = import("./content.ts").DebunkStatus;
    type PublishedContent = import("./content.ts").PublishedContent;
  }
}
