import { LookedAt } from "#components/desk/live-presence";
import { Link } from "#components/ui/link";
import { RelativeTime } from "#components/ui/relative-time";
import type { LineWords, QueueLine } from "./queue-lines.ts";
import { SelectClaim } from "./select-claim.tsx";

type Props = { line: QueueLine; words: LineWords; guessed: string; href: string };

/** A claim as one line of the queue: what it says, how soon, how far, how often, and why it stands here. */
export function QueueItem({ line, words, guessed, href }: Props) {
  const {
    number,
    wording,
    urgency,
    status,
    side,
    topic,
    places,
    reports,
    last,
    why = [],
    due,
    isLate,
  } = line;
  const { maybeTopic, maybePlaces } = line;
  const maybe = (text: string | undefined) => (text ? <i>{`${text}${guessed}`}</i> : null);
  return (
    <li className="queue-row">
      <span>
        <SelectClaim id={line.id} number={number} version={line.version} className="me-0" />
        {`#${number}`}
      </span>
      <Link href={href} data-row lang="zh-CN">
        {wording}
      </Link>
      <span>
        {status === "received" ? (
          <b>{maybe(words.urgency[urgency])}</b>
        ) : (
          <b data-urgency={urgency}>{words.urgency[urgency]}</b>
        )}
      </span>
      <span>
        <b data-status={status === "received" ? undefined : status}>{words.status[status]}</b>
        {side ? <b data-status="waiting">{side}</b> : null}
        <LookedAt claim={line.id} />
      </span>
      <span>{topic ?? maybe(maybeTopic)}</span>
      <span>{places ?? maybe(maybePlaces)}</span>
      <span>{reports}</span>
      <RelativeTime time={last} />
      <span data-late={isLate}>
        {due === undefined ? why[0] : `${why[0]} `}
        {due === undefined ? null : <RelativeTime time={due} />}
        {why.slice(1).map((phrase) => (
          <small key={phrase}>{phrase}</small>
        ))}
      </span>
    </li>
  );
}
