"use client";

import { useId } from "react";
import { Button } from "#components/ui/button";
import { cn } from "#components/ui/cn.ts";
import { useLanguage } from "#components/ui/language";
import { Link } from "#components/ui/link";
import { excerptOf, markShared } from "#lib/answers/marks";
import type { Match } from "#lib/answers/match-schema";
import { noticeHref } from "#lib/i18n/addresses";
import { formatDate } from "#lib/i18n/time";
import { MarkedText } from "./marked-text.tsx";
import type { MatchListProps } from "./match-props.ts";

type Props = Omit<MatchListProps, "matches"> & { match: Match };

/** A notice, or a claim that is being worked on: what it says, why it is shown, and whether it is what was meant. */
export function MatchItem({ match, text, words, badges, asking, notThis }: Props) {
  const { locale } = useLanguage();
  const title = useId();
  const { kind, id, slug, verdict, level, why, state, publishedAt, closing } = match;
  // Nobody at the desk has read it yet: it is joined by filing.
  const isNew = state === "received";
  const pieces = <MarkedText pieces={markShared(match.title, why)} />;
  const later = state === "corrected" || state === "retracted" ? words[state] : null;
  return (
    <li
      className={cn(
        "space-y-2 rounded border p-4",
        isSame(match) ? "border-azurite bg-surface" : "border-line",
      )}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {verdict ? (
          badges[verdict]
        ) : (
          <strong className="font-semibold text-azurite">
            {closing ? words.decided : isNew ? words.received : words.open}
          </strong>
        )}
        <span className={isSame(match) ? "font-semibold" : "text-ink-soft"}>{words[level]}</span>
        {publishedAt ? (
          <span className="text-ink-soft">{formatDate(new Date(publishedAt), locale)}</span>
        ) : null}
        {later ? <strong className="font-semibold">{later}</strong> : null}
      </p>
      <h3
        id={title}
        lang={/\p{Script=Han}/u.test(match.title) ? "zh-CN" : undefined}
        className="font-serif text-lg leading-snug"
      >
        {slug ? (
          <Link href={noticeHref(slug)} className="text-ink hover:text-azurite">
            {pieces}
          </Link>
        ) : (
          pieces
        )}
      </h3>
      {isSame(match) ? <Conclusion match={match} words={words} /> : null}
      {closing ? <Decision closing={closing} words={words} /> : null}
      <YourWords text={text} why={why} label={words.yourWords} />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2 pt-1">
        {isNew ? (
          <span className="text-ink-soft text-sm">{words.join}</span>
        ) : (
          <Button
            type="submit"
            form={asking.formId}
            name="claimId"
            value={id}
            size={isSame(match) ? "md" : "sm"}
            variant={isSame(match) ? "primary" : "secondary"}
            aria-disabled={asking.isPending || undefined}
            aria-describedby={title}
          >
            {kind === "debunk" || closing ? words.answersMe : words.alsoAsk}
          </Button>
        )}
        {notThis?.(match)}
      </p>
    </li>
  );
}

const isSame = ({ level }: Match) => level === "same";

/** What was found out, in a sentence, and what one can do; in the language of the notice. */
function Conclusion({ match: { summary, advice }, words }: Pick<Props, "match" | "words">) {
  return (
    <>
      {summary ? <p lang="zh-CN">{summary}</p> : null}
      {advice ? (
        <p className="leading-relaxed">
          <strong className="font-semibold">{words.advice}</strong>
          <span lang="zh-CN">{advice}</span>
        </p>
      ) : null}
    </>
  );
}

/** Why there is no notice about it, and who can help instead. */
function Decision({
  closing: { note, channel },
  words,
}: Required<Pick<Match, "closing">> & Pick<Props, "words">) {
  return (
    <>
      <p>{note}</p>
      {channel ? (
        <p>
          {words.channel} <a href={`tel:${channel}`}>{channel}</a>
        </p>
      ) : null}
    </>
  );
}

/** The part of what was asked that was found here, with the shared words marked. */
function YourWords({ text, why, label }: { text: string; why: readonly string[]; label: string }) {
  const pieces = excerptOf(text, why);
  if (pieces.length === 0) return null;
  return (
    <p className="break-words text-ink-soft text-sm leading-relaxed">
      {label}“<MarkedText pieces={pieces} />”
    </p>
  );
}
