import { headers } from "next/headers";
import { findMatches, type Match } from "#lib/answers/find-matches";
import { readUploadOwner } from "#lib/files/upload-owner";
import { AppError } from "#lib/platform/errors";
import { limitVisitor } from "./visitor.ts";

type Asked = { text?: string | undefined; urls?: string[] | undefined; uploadIds?: string[] | undefined };

/** What is known about what a visitor asks; null when it cannot be looked up, which keeps nobody from going on. */
export async function knownMatches(asked: Asked, language: "zh-CN" | "en"): Promise<Match[] | null> {
  try {
    await limitVisitor("match");
    const uploadOwner = readUploadOwner(await headers());
    return await findMatches({ ...asked, uploadOwner }, { language, limit: 3 });
  } catch (error) {
    if (error instanceof AppError && (error.code === "UNAVAILABLE" || error.code === "RATE_LIMITED"))
      return null;
    throw error;
  }
}
