import { useMessages, useTranslations } from "next-intl";
import { cn } from "#components/ui/cn.ts";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import type { TrackedReport } from "#lib/answers/track-report";
import { isOpen } from "#lib/claims/status";
import { type ReplyAction, TrackTalk } from "./track-talk.tsx";

type Props = { report: TrackedReport; reply: ReplyAction };

/** The question of the desk, what was said so far, and room for more while the claim is open. */
export function TrackConversation({ report: { messages, question, state }, reply }: Props) {
  const t = useTranslations("talk.track");
  const { talk } = useMessages();
  const isTold = messages.length > 0;
  const isAsked = question !== null;
  if (!isTold && !isOpen(state)) return null;
  // The form stays in its place with the first message, or what became of it could not be shown there.
  return (
    <section
      aria-labelledby={isTold ? "talk-title" : undefined}
      className={cn("space-y-4", isAsked && "rounded border border-azurite bg-azurite-wash p-5")}
    >
      {isTold ? (
        <h2 id="talk-title" className="font-serif text-xl">
          {t(isAsked ? "asked" : "title")}
        </h2>
      ) : null}
      {isOpen(state) ? (
        <TrackTalk action={reply} words={talk.track} isAsked={isAsked} isFolded={!isTold}>
          {isAsked ? <p>{t("askedLead")}</p> : null}
          {isTold ? <Thread messages={messages} /> : null}
        </TrackTalk>
      ) : (
        <>
          <Thread messages={messages} />
          <p className="text-ink-soft">
            {t("endedShort")} <Link href="/report">{t("report")}</Link>
          </p>
        </>
      )}
    </section>
  );
}

/** Who said what when, newest last. */
function Thread({ messages }: Pick<TrackedReport, "messages">) {
  const t = useTranslations("talk.track");
  return (
    <ol className="space-y-3">
      {messages.map(({ id, author, text, at }) => (
        <li key={id} className="border-line-strong border-s-4 bg-surface px-4 py-2">
          <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
            <span className="font-semibold">{t(author === "desk" ? "desk" : "you")}</span>
            <DateTime time={at} className="tabular-nums" />
          </p>
          <p className="whitespace-pre-wrap break-words">{text}</p>
        </li>
      ))}
    </ol>
  );
}
