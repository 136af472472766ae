import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge";
import { DateTime } from "#components/ui/date-time";
import type { Investigation } from "#lib/investigation/queries";

/** Which organisations were asked for a reply, and what they said. */
export function ReplyList({ replies }: { replies: Investigation["replies"] }) {
  const t = useTranslations("desk.reply");
  const labels = useTranslations("labels.replyOutcome");
  return (
    <ul className="divide-y divide-line">
      {replies.map((reply) => (
        <li key={reply.id} className="py-2">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{reply.organisation}</span>
            <Badge tone="outline">{labels(reply.outcome)}</Badge>
            <span className="text-ink-soft text-sm">
              {t("asked")} <DateTime time={reply.askedAt} dateOnly />
            </span>
          </p>
          {reply.reply ? <p className="whitespace-pre-wrap">{reply.reply}</p> : null}
        </li>
      ))}
    </ul>
  );
}
