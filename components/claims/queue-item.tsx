import { LookedAt } from "#components/desk/live-presence";
import { Link } from "#components/ui/link";
import { RelativeTime } from "#components/ui/relative-time";
import type { QueueLine } from "./queue-lines.ts";
import { SelectClaim } from "./select-claim.tsx";

type Props = { line: QueueLine; guessed: string; href: string };

/** A claim as one line of the queue: what it says, how soon, how far, how often, and why it stands here. */
export function QueueItem({ line, guessed, href }: Props) {
  const { number, wording, urgency, status, side, topic, places, reports, last, why, due, isLate } = line;
  const told = (text: string, isGuess: boolean) =>
    isGuess ? (
      <i>
        <span className="sr-only">{guessed}</span>
        {text}
      </i>
    ) : (
      text
    );
  return (
    <li className="queue-row">
      <span>
        <SelectClaim id={line.id} number={number} version={line.version} className="me-0" />#{number}
      </span>
      <Link href={href} data-row lang="zh-CN">
        {wording}
      </Link>
      <span>
        <b data-urgency={urgency.isGuess ? undefined : urgency.of}>{told(urgency.text, urgency.isGuess)}</b>
      </span>
      <span>
        <b data-status={status.of}>{status.text}</b>
        {side ? <b data-status="waiting">{side}</b> : null}
        <LookedAt claim={line.id} />
      </span>
      <span>{topic ? told(topic.text, topic.isGuess) : null}</span>
      <span>{places ? told(places.text, places.isGuess) : null}</span>
      <span>{reports}</span>
      <RelativeTime time={last} />
      <span data-late={isLate || undefined}>
        {why[0]}
        {due === null ? null : (
          <>
            {" "}
            <RelativeTime time={due} />
          </>
        )}
        {why.slice(1).map((phrase) => (
          <small key={phrase}>{phrase}</small>
        ))}
      </span>
    </li>
  );
}
