import { answersShown } from "#lib/answers/bounds";
import { findMatches } from "#lib/answers/find-matches";
import type { Match } from "#lib/answers/match-schema";
import type { Locale } from "#lib/i18n/locale";
import { limitNetwork } from "./limit-network.ts";
import type { Visitor } from "./network.ts";
import { uploadOwnerOf } from "./sender.ts";

type Asked = { text?: string | undefined; urls?: string[] | undefined; uploadIds?: string[] | undefined };

/** What is known about what a visitor's form asks; null when it is not said just now, to too many of one network too. */
export async function knownMatches(
  visitor: Visitor,
  asked: Asked,
  language: Locale,
): Promise<Match[] | null> {
  const isHeard = await limitNetwork(visitor, "match").then(
    () => true,
    () => false,
  );
  const uploadOwner = uploadOwnerOf(visitor.headers);
  return isHeard ? findMatches({ ...asked, uploadOwner }, { language, limit: answersShown.form }) : null;
}
