import {
  Archive,
  CircleCheck,
  CircleDot,
  Inbox,
  type LucideIcon,
  PencilLine,
  ScanEye,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "#components/ui/badge";
import type { ClaimStatus } from "#lib/claims/status";

type Mark = { icon: LucideIcon; tone: BadgeTone };

const waiting: Mark = { icon: Inbox, tone: "neutral" };
const working: Mark = { icon: CircleDot, tone: "azurite" };
const reviewing: Mark = { icon: ScanEye, tone: "azurite" };
const closed: Mark = { icon: Archive, tone: "outline" };

const marks: Record<ClaimStatus, Mark> = {
  received: waiting,
  triaged: working,
  assigned: working,
  verifying: working,
  drafting: working,
  "review-1": reviewing,
  "review-2": reviewing,
  "review-3": reviewing,
  published: { icon: CircleCheck, tone: "malachite" },
  corrected: { icon: PencilLine, tone: "ochre" },
  retracted: { icon: Undo2, tone: "slate" },
  duplicate: closed,
  answered: closed,
  opinion: closed,
  "not-checkable": closed,
  "too-vague": closed,
  "other-channel": closed,
};

/** Where a claim is on its way. */
export function StatusBadge({ status }: { status: ClaimStatus }) {
  const t = useTranslations("labels.claimStatus");
  const { icon: Icon, tone } = marks[status];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {t(status)}
    </Badge>
  );
}
