import { system } from "#lib/access/actor";
import type { AlertKind } from "#lib/alerts/vocabulary";
import { recordEvent } from "#lib/audit/record-event";
import { withoutReactions } from "#lib/platform/at";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import type { SeededPerson } from "./people.ts";

type About = { kind?: AlertKind; claimId?: string; memberId?: string };

/** Something that concerns a person: their own roles, unless it is said what. */
export async function seedAlert(
  person: Pick<SeededPerson, "id" | "grants">,
  { kind = "own-roles-changed", claimId, memberId = person.grants[0]?.memberId ?? "" }: About = {},
): Promise<string> {
  const id = newId();
  await withoutReactions(() =>
    db.$transaction(async (tx) => {
      const type = claimId ? "claim.raised" : "person.roles-changed";
      await recordEvent(tx, {
        type,
        actor: system,
        subjectId: claimId ?? person.id,
        ...(claimId && { claimId }),
      });
      const event = await tx.event.findFirstOrThrow({
        where: { subjectId: claimId ?? person.id, type },
        orderBy: { seq: "desc" },
        select: { id: true },
      });
      await tx.alert.create({
        data: {
          id,
          userId: person.id,
          eventId: event.id,
          kind,
          memberId,
          claimId: claimId ?? null,
          at: now(),
        },
      });
    }),
  );
  return id;
}
