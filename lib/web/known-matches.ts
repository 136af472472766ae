import { headers } from "next/headers";
import { answersShown } from "#lib/answers/bounds";
import { findMatches } from "#lib/answers/find-matches";
import type { Match } from "#lib/answers/match-schema";
import { readUploadOwner } from "#lib/files/upload-owner";
import type { Locale } from "#lib/i18n/locale";
import { limitVisitor } from "#lib/web/next/visitor";

type Asked = { text?: string | undefined; urls?: string[] | undefined; uploadIds?: string[] | undefined };

/** What is known about what a visitor's form asks; null when it is not said just now, to too many of one network too. */
export async function knownMatches(asked: Asked, language: Locale): Promise<Match[] | null> {
  const isHeard = await limitVisitor("match").then(
    () => true,
    () => false,
  );
  const uploadOwner = readUploadOwner(await headers());
  return isHeard ? findMatches({ ...asked, uploadOwner }, { language, limit: answersShown.form }) : null;
}
