import type { Locale } from "#lib/i18n/locale";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";

type Digest = {
  email?: string;
  hour?: number;
  locale?: Locale;
  topics?: string[];
  pausedAt?: Date;
  name?: string;
};

/** An address of a member that was confirmed. */
export async function seedDigest(memberId = "outlet-cover-news", digest: Digest = {}) {
  const id = newId();
  const email = digest.email ?? `editors-${id}@example.org`;
  const data = {
    id,
    memberId,
    kind: "email",
    hour: 9,
    locale: "zh-CN",
    createdAt: now(),
    ...digest,
  } as const;
  await db.endpoint.create({ data: { ...data, email, confirmedAt: now() } });
  return { id, email };
}
