import { absolute } from "#lib/i18n/absolute";
import { embedHref, noticeHref } from "#lib/i18n/addresses";
import { now } from "#lib/platform/clock";
import { counter } from "#lib/platform/counter";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { deliverPublication } from "../deliver-publication.ts";
import { lookAtPages } from "../look-at-pages.ts";
import { lookForNewer } from "../look-for-newer.ts";
import { tellPage } from "../tell-page.ts";
import type { AdoptionChannel } from "../vocabulary.ts";

/** A notice that was laid ready for all members. */
export async function publishNotice() {
  const { id: claimId, debunk } = await seedClaim({ status: "published" });
  if (!debunk) throw new Error("a published claim has a notice");
  await deliverPublication(debunk.id);
  const { title } = await db.debunk.findUniqueOrThrow({ where: { id: debunk.id }, select: { title: true } });
  return { claimId, title, ...debunk };
}

/** Its next version, with another summary unless it only says that it was retracted. */
export async function publishNewer(
  debunkId: string,
  correctionKind: "correction" | "retraction" = "correction",
) {
  const {
    id: _,
    content,
    ...same
  } = await db.debunkVersion.findFirstOrThrow({
    where: { debunkId },
    orderBy: { number: "desc" },
  });
  const number = same.number + 1;
  const isRetraction = correctionKind === "retraction";
  const newer = isRetraction
    ? content
    : { ...content, summary: `再次核实，情况与上一版所说不同（其${"二三四五"[number - 2]}）。` };
  await db.$transaction([
    db.debunkVersion.create({
      data: {
        ...same,
        id: newId(),
        number,
        content: newer,
        correctionKind,
        correctionNote: "说明原因",
        publishedAt: now(),
      },
    }),
    db.debunk.update({
      where: { id: debunkId },
      data: { currentVersion: number, status: isRetraction ? "retracted" : "corrected", updatedAt: now() },
    }),
  ]);
  await deliverPublication(debunkId);
  await lookForNewer(debunkId);
}

/** A page as a member's site has it: the words of a version, and the address of the notice. */
export async function pageWith(debunkId: string, number: number, more = ""): Promise<string> {
  const { content, debunk } = await db.debunkVersion.findUniqueOrThrow({
    where: { debunkId_number: { debunkId, number } },
    select: { content: true, debunk: { select: { slug: true } } },
  });
  const points = content.points.map(({ text }) => `<li>${text}</li>`).join("");
  return `<!doctype html><title>某报</title><h1>${content.title}</h1><p>${content.summary}</p><ul>${points}</ul>
    <a href="${absolute(noticeHref(debunk.slug))}">原文</a>${more}`;
}

/** A page with nothing but the notice in a frame. */
export const pageWithFrame = (slug: string): string =>
  `<h1>辟谣专栏</h1><iframe src="${absolute(embedHref(slug))}"></iframe>`;

/** Somebody of a member. */
export const someoneAt = async (memberId: string) =>
  actorOf(await seedPerson({ roles: [{ memberId, role: "writer" }] }));

/** A member gives the address of a page for a notice that lies ready for it. */
export async function give(
  memberId: string,
  debunkId: string,
  url: string,
  channel: AdoptionChannel = "web",
) {
  // Nobody gives as many pages in a minute as tests do.
  await counter("looks at pages", 60).restart(memberId);
  const { id: deliveryId } = await db.delivery.findFirstOrThrow({
    where: { endpoint: { memberId, kind: "pull" }, version: { debunkId } },
    orderBy: { createdAt: "desc" },
  });
  return tellPage(await someoneAt(memberId), { deliveryId, url, channel });
}

/** Gives it and has it opened; what is known of it then, with its newest look. */
export async function giveAndLook(memberId: string, debunkId: string, url: string) {
  const outcome = await give(memberId, debunkId, url);
  if (!outcome.ok) throw new Error(outcome.reason);
  await lookAtPages();
  return stateOf(outcome.adoptionId);
}

export async function stateOf(id: string) {
  const { looks, ...adoption } = await db.adoption.findUniqueOrThrow({
    where: { id },
    include: { looks: { orderBy: { version: "desc" } } },
  });
  const [look] = looks;
  if (!look) throw new Error("no look was asked for");
  return { ...adoption, look };
}
