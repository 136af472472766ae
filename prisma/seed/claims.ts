import { type ClaimStatus, isClosed } from "#lib/claims/status";
import type { CorrectionKind } from "#lib/editorial/status";
import type { Verdict } from "#lib/investigation/vocabulary";
import { after, hours, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { addCrew, type Crew } from "./crew.ts";
import { type NoticeStory, sampleNotice } from "./notices.ts";
import { insertStaff, noStaff, type Staff } from "./people.ts";
import { readyReference } from "./reference.ts";
import type { ReportStory } from "./reports.ts";
import { routeFor, topicOf } from "./routes.ts";
import { type ClaimStory, type Closing, type Correction, goalOf, lastMoment, momentOf } from "./story.ts";
import { tell } from "./tell.ts";
import { stepsOf } from "./tell-claim.ts";
import { type Told, untold } from "./told.ts";

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

export type SeededClaim = Told & {
  version: number;
  status: ClaimStatus;
  lead: string;
  writer: string;
  crew: Crew;
};

let told = 0;

/** A claim in any state, with everything that the desks would have left on its way there. */
export async function seedClaim(wanted: SeedClaim = {}): Promise<SeededClaim> {
  await readyReference();
  const status = wanted.status ?? "received";
  const closing = isClosed(status) ? await closingOf(status, wanted.closing ?? {}) : null;
  const staff = noStaff();
  told += 1;
  const claim = untold(storyOf({ ...wanted, status }, closing, told, staff));
  await insertStaff(staff);
  await tell(stepsOf(claim));
  const { lead, writer, crew } = claim.story;
  const { version } = await db.claim.findUniqueOrThrow({
    where: { id: claim.id },
    select: { version: true },
  });
  return { ...claim, version, status, lead, writer, crew };
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
  if (status === "answered" && !closing.answeredBy)
    return { ...closing, answeredBy: await seedClaim({ status: "published" }) };
  return status === "other-channel" ? { channel: "12345", ...closing } : closing;
}

function storyOf(
  wanted: SeedClaim & { status: ClaimStatus },
  closing: Closing | null,
  turn: number,
  staff: Staff,
): ClaimStory {
  const { status, pace = 1, topicId = "health", subtopicId = null, places = ["510700"] } = wanted;
  const wording = wanted.wording ?? `本地第${turn}号自来水厂明天停水。`;
  const urgency = wanted.urgency ?? (topicId ? topicOf(topicId).defaultUrgency : "P2");
  const proposed = routeFor({ wording, topicId: topicId ?? "other", subtopicId, places });
  // Whoever verifies never writes.
  const other = (one: string, not?: string) =>
    one !== not ? one : [proposed.lead, proposed.writer].find((id) => id !== not);
  const lead = wanted.lead ?? other(proposed.lead, wanted.writer) ?? "";
  const writer = wanted.writer ?? other(proposed.writer, lead) ?? "";
  const last = lastMoment(goalOf({ status, closing }));
  const spent = last ? momentOf({ receivedAt: new Date(0), urgency, pace }, last).getTime() : 0;
  const corrections = wanted.corrections ?? defaultCorrections(status);
  const later = corrections.reduce((most, correction) => Math.max(most, correction.after + hours(2)), 0);
  return {
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
    crew: addCrew(staff, { lead, writer, given: wanted.crew }),
    lead,
    writer,
    notice: { ...sampleNotice(wording, wanted.verdict), ...wanted.notice },
    corrections,
    closing,
    side: wanted.side ?? null,
  };
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
