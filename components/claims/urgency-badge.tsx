import { ChevronDown, ChevronsUp, ChevronUp, type LucideIcon, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "#components/ui/badge";
import type { Urgency } from "#lib/reference/urgency";

const marks: Record<Urgency, { icon: LucideIcon; tone: BadgeTone }> = {
  P0: { icon: ChevronsUp, tone: "ink" },
  P1: { icon: ChevronUp, tone: "azurite" },
  P2: { icon: Minus, tone: "neutral" },
  P3: { icon: ChevronDown, tone: "outline" },
};

type Props = {
  urgency: Urgency;
  /** Whether nobody has decided it yet. */
  isGuess?: boolean;
};

/** How soon a claim needs an answer. Never red: on the desk, red means overdue. */
export function UrgencyBadge({ urgency, isGuess = false }: Props) {
  const t = useTranslations("labels");
  const { icon: Icon, tone } = marks[urgency];
  const word = t(`urgency.${urgency}`);
  return (
    <Badge tone={isGuess ? "outline" : tone} title={t(`urgencyMeaning.${urgency}`)}>
      <Icon aria-hidden />
      {isGuess ? t("guessed", { text: word }) : word}
    </Badge>
  );
}
