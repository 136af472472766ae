import type { Actor } from "#lib/access/actor";
import { canEverywhere } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { PLATFORM } from "./vocabulary.ts";

/**
 * What platforms made of the labels of a notice, the newest label first: who answered what, and who has said nothing yet. A
 * revocation is answered by nobody.
 */
export async function listLabelAnswers(actor: Actor, debunkId: string) {
  if (!canEverywhere(actor, "coverage.read")) throw new AppError("FORBIDDEN");
  const labels = await db.label.findMany({
    where: { version: { debunkId } },
    orderBy: { seq: "desc" },
    select: {
      id: true,
      action: true,
      createdAt: true,
      supersededBy: { select: { id: true } },
      version: { select: { number: true } },
      answers: {
        orderBy: { number: "asc" },
        select: { memberId: true, outcome: true, marked: true, reason: true, at: true },
      },
    },
  });
  const platforms = await db.member.findMany({
    where: {
      OR: [{ kind: PLATFORM }, { labels: { some: { label: { version: { debunkId } } } } }],
    },
    orderBy: { id: "asc" },
    select: { id: true, zh: true, en: true, kind: true },
  });
  return labels.map(({ answers, version, supersededBy, ...label }) => {
    // The last of a platform stays in the map.
    const latest = new Map(answers.map(({ memberId, ...answer }) => [memberId, answer]));
    return {
      ...label,
      version: version.number,
      isCurrent: supersededBy === null,
      answers: platforms.flatMap(({ kind: _, ...member }) => {
        const answer = latest.get(member.id);
        return answer ? [{ member, ...answer }] : [];
      }),
      silent:
        label.action === "revoke"
          ? []
          : platforms.flatMap(({ kind, ...member }) =>
              kind === PLATFORM && !latest.has(member.id) ? [member] : [],
            ),
    };
  });
}

export type LabelAnswers = Awaited<ReturnType<typeof listLabelAnswers>>[number];
