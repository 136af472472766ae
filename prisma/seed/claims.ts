import type { Actor } from "#lib/access/actor";
import { type ClaimStatus, isClosed } from "#lib/claims/status";
import type { CorrectionKind } from "#lib/editorial/status";
import type { Verdict } from "#lib/investigation/vocabulary";
import { after, hours, minutes, now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { addCrew, type Crew, workersOf } from "./crew.ts";
import type { ClaimStory, Closing, Correction, Dossier } from "./dossier.ts";
import { momentOf } from "./dossier.ts";
import { lastMoment, tellClaim } from "./history.ts";
import { type NoticeStory, sampleNotice } from "./notices.ts";
import { actorOf } from "./people.ts";
import { readyReference } from "./reference.ts";
import type { ReportStory, SeededReport } from "./reports.ts";
import { routeFor, topicOf } from "./routes.ts";
import { insertRows, joinRows, noRows } from "./rows.ts";

/** What a test cares about; all the rest is sensible. */
export type SeedClaim = Partial<
  Pick<
    ClaimStory,
    "wording" | "urgency" | "topicId" | "subtopicId" | "places" | "receivedAt" | "pace" | "side"
  >
> & {
  status?: ClaimStatus;
  /** How many reports, or what they say. */
  reports?: number | readonly ReportStory[];
  /** Members other than those that the routing rules propose. */
  lead?: string;
  writer?: string;
  /** People who exist already; new ones take the other parts. */
  crew?: Partial<Crew>;
  verdict?: Verdict;
  notice?: Partial<NoticeStory>;
  corrections?: readonly Correction[];
  closing?: Partial<Closing>;
};

export type SeededClaim = {
  id: string;
  number: number;
  version: number;
  status: ClaimStatus;
  reports: SeededReport[];
  evidenceIds: string[];
  /** The first text, and then those of its corrections. */
  draftIds: string[];
  debunk: { id: string; slug: string; currentVersion: number } | null;
  lead: string;
  writer: string;
  crew: Crew;
  /** The crew signed in, ready for use cases. */
  actors: Record<keyof Crew, Actor>;
};

/** A claim in any state, with everything that the desks would have left on its way there. */
export async function seedClaim(wanted: SeedClaim = {}): Promise<SeededClaim> {
  await readyReference();
  const status = wanted.status ?? "received";
  const closing = isClosed(status) ? await closingOf(status, wanted.closing ?? {}) : null;
  return db.$transaction(async (tx) => {
    const [number = 0] = await takeClaimNumbers(tx, 1);
    const people = noRows();
    const { story, crew } = storyOf({ ...wanted, status }, closing, number, people);
    const dossier = tellClaim(story);
    await insertRows(tx, joinRows([people, dossier.rows]));
    if (closing?.into) {
      const data = { reportCount: { increment: dossier.reports.length }, updatedAt: now() };
      await tx.claim.update({ where: { id: closing.into.id }, data });
    }
    return seeded(dossier, crew);
  });
}

/** The next numbers of claims, as the database itself would give them out. */
export async function takeClaimNumbers(tx: Tx, count: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ number: number }[]>`
    SELECT nextval(pg_get_serial_sequence('claims', 'number'))::int AS number FROM generate_series(1, ${count}::int)`;
  return rows.map(({ number }) => number);
}

/** A duplicate needs a claim to be merged into, and an answered claim the notice that answers it. */
async function closingOf(status: ClaimStatus, given: Partial<Closing>): Promise<Closing> {
  const closing = {
    from: given.from ?? "received",
    note: given.note ?? "感谢提供线索，这里说明处理结果。",
    ...given,
  };
  if (status === "duplicate" && !closing.into)
    return { ...closing, into: await seedClaim({ status: "triaged" }) };
  if (status === "answered" && !closing.answeredById) {
    const { debunk } = await seedClaim({ status: "published" });
    return { ...closing, ...(debunk && { answeredById: debunk.id }) };
  }
  return status === "other-channel" ? { channel: "12345", ...closing } : closing;
}

function storyOf(
  wanted: SeedClaim & { status: ClaimStatus },
  closing: Closing | null,
  number: number,
  people: ReturnType<typeof noRows>,
): { story: ClaimStory; crew: Crew } {
  const { status, pace = 1, topicId = "health", subtopicId = null, places = ["510700"] } = wanted;
  const wording = wanted.wording ?? `本地第${number}号自来水厂明天停水。`;
  const urgency = wanted.urgency ?? (topicId ? topicOf(topicId).defaultUrgency : "P2");
  const proposed = routeFor({ wording, topicId: topicId ?? "other", subtopicId, places });
  const route = { ...proposed, lead: wanted.lead ?? proposed.lead, writer: wanted.writer ?? proposed.writer };
  const crew = addCrew(people, { ...route, given: wanted.crew });
  const last = closing ? lastMoment[closing.from] : lastMoment[status];
  const spent = last ? momentOf({ receivedAt: new Date(0), urgency, pace }, last).getTime() : 0;
  const corrections = wanted.corrections ?? defaultCorrections(status);
  const later = corrections.reduce((most, correction) => Math.max(most, correction.after + hours(2)), 0);
  const story: ClaimStory = {
    id: newId(),
    number,
    status,
    wording,
    urgency,
    topicId,
    subtopicId,
    places,
    reports: reportsOf(wanted.reports ?? 1, wording, places[0]),
    // The last step was taken a little while ago.
    receivedAt:
      wanted.receivedAt ?? after(now(), -(spent + later + minutes(30) + hours(closing ? pace / 2 : 0))),
    pace,
    workers: workersOf(crew),
    route,
    notice: { ...sampleNotice(wording, wanted.verdict), ...wanted.notice },
    corrections,
    closing,
    side: wanted.side ?? null,
  };
  return { story, crew };
}

const reportsOf = (
  reports: number | readonly ReportStory[],
  wording: string,
  place?: string,
): readonly ReportStory[] =>
  typeof reports === "number"
    ? Array.from({ length: reports }, (_, index) => ({
        text: `${wording}这是真的吗？（第${index + 1}条）`,
        seenOn: "wechat",
        ...(place && { divisionCode: place }),
      }))
    : reports;

function defaultCorrections(status: ClaimStatus): Correction[] {
  const correction = (kind: CorrectionKind, note: string): Correction => ({
    kind,
    note,
    change: {},
    after: hours(1),
  });
  if (status === "corrected") return [correction("erratum", "更正一处笔误，结论不变。")];
  if (status === "retracted") return [correction("retraction", "主要证据不成立，撤回本稿。")];
  return [];
}

function seeded({ claim, story, reports, evidenceIds, draftIds, debunk }: Dossier, crew: Crew): SeededClaim {
  return {
    id: story.id,
    number: story.number,
    version: claim.version ?? 1,
    status: story.status,
    reports,
    evidenceIds,
    draftIds,
    debunk: debunk && { id: debunk.id, slug: debunk.slug, currentVersion: debunk.currentVersion },
    lead: story.route.lead,
    writer: story.route.writer,
    crew,
    actors: Object.fromEntries(
      Object.entries(crew).map(([part, person]) => [part, actorOf(person)]),
    ) as SeededClaim["actors"],
  };
}
