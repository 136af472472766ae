import { useTranslations } from "next-intl";
import { ArrivalHeading } from "#components/ui/arrival-heading";
import { ButtonLink } from "#components/ui/button";
import { ForgetDraft } from "./forget-draft.ts";
import { NextSteps } from "./next-steps.tsx";
import { ReceiptCard } from "./receipt-card.tsx";

type Props = {
  receipt: string | null;
  siteName: string;
  trackAddress: string;
  ownAddress: string;
  saved: () => Promise<void>;
};

/** After a report was filed: the receipt while this browser may show it, and what happens next. */
export function ReceiptScreen({ receipt, ...card }: Props) {
  const t = useTranslations("report.receipt");
  return (
    <div className="space-y-8">
      <div className="measure">
        <ArrivalHeading className="font-serif text-3xl">
          {receipt ? t("thanks") : t("goneTitle")}
        </ArrivalHeading>
        <p className="mt-3 text-lg">{receipt ? t("keep") : t("goneText")}</p>
      </div>
      {receipt ? <ReceiptCard receipt={receipt} {...card} /> : null}
      <NextSteps />
      <p className="flex flex-wrap gap-3" data-print="hide">
        <ButtonLink href="/track" variant="secondary">
          {t("track")}
        </ButtonLink>
        <ButtonLink href="/" variant="quiet">
          {t("home")}
        </ButtonLink>
      </p>
      <ForgetDraft />
    </div>
  );
}
