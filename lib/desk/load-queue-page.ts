import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import type { QueueFilter } from "#lib/claims/schema";
import { calendarEndingSoon } from "#lib/clocks/queries";
import { defaultLocale, type Locale } from "#lib/i18n/locale";
import { listDivisions } from "#lib/reference/divisions";
import { findUnknown } from "#lib/reference/find-unknown";
import { spellAll } from "#lib/reference/spelling";
import { listTopics } from "#lib/reference/topics";
import { closingChoices } from "./closing-choices.ts";
import { countKeptApart, countQueue } from "./count-queue.ts";
import { listAskedAgain } from "./list-asked-again.ts";
import { listQueue } from "./list-queue.ts";
import { countUnfinished } from "./list-unfinished.ts";
import { listSavedViews } from "./saved-views.ts";

/** Everything that the queue's page shows; null when the filter names what does not exist: an empty list would be a lie. */
export async function loadQueuePage(actor: Actor, filter: QueueFilter, locale: Locale = defaultLocale) {
  if ((await findUnknown(filter)).length > 0) return null;
  const mayDecide = can(actor, "claim.triage");
  const isPicking = filter.pick !== undefined || filter.view === "quarantine";
  const mayMend = can(actor, "reaction.list");
  const [topics, divisions, page, counts, keptApart, askedAgain, saved, unfinished, calendarEnd] =
    await Promise.all([
      listTopics(),
      listDivisions(),
      listQueue(actor, filter),
      countQueue(actor),
      countKeptApart(actor),
      listAskedAgain(actor),
      listSavedViews(actor),
      mayMend ? countUnfinished() : 0,
      mayMend ? calendarEndingSoon() : null,
    ]);
  return {
    filter,
    page,
    counts,
    keptApart,
    askedAgain,
    saved,
    /** What the system was to do and could not, for whoever can do something about it. */
    unfinished,
    /** The last day whose holidays are known, for the same people, when due times may soon pass it. */
    calendarEnd,
    topics: spellAll(topics),
    divisions: spellAll(divisions),
    /** Whether the actor decides about claims, one by one or many at once. */
    mayDecide,
    /** How many at once can be ended, where claims are ticked, with what the reader of this language would be told. */
    closings: mayDecide && isPicking ? await closingChoices([{ locale }]) : [],
  };
}

export type QueueData = NonNullable<Awaited<ReturnType<typeof loadQueuePage>>>;
