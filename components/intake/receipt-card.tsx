import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button";
import { SubmitButton } from "#components/ui/submit-button";
import { PrintButton } from "./print-button.tsx";
import { QrCode } from "./qr-code.tsx";

type Props = {
  receipt: string;
  siteName: string;
  /** Where reports are followed, as one types it. */
  trackAddress: string;
  /** The whole address at which this report is followed. */
  ownAddress: string;
  saved: () => Promise<void>;
};

/** The receipt (查询码), shown this once: to copy, to photograph, to print. */
export function ReceiptCard({ receipt, siteName, trackAddress, ownAddress, saved }: Props) {
  const t = useTranslations("report.receipt");
  return (
    <section aria-labelledby="receipt-title" className="rounded border-2 border-ink bg-surface p-5 sm:p-7">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h2 id="receipt-title" className="text-lg">
            {t("title")}
          </h2>
          <Groups receipt={receipt} />
          <p className="mt-3 text-ink-soft text-sm">
            {siteName} · {trackAddress}
          </p>
        </div>
        <QrCode text={ownAddress} label={t("qr")} />
      </div>
      <p className="mt-4">{t("once")}</p>
      <div className="mt-5 flex flex-wrap items-center gap-3" data-print="hide">
        <CopyButton text={receipt} label={t("copy")} size="md" />
        <PrintButton label={t("print")} />
        <form action={saved}>
          <SubmitButton>{t("saved")}</SubmitButton>
        </form>
      </div>
    </section>
  );
}

const positions = [0, 1, 2, 3, 4, 5];

/** Groups of four stay together when the line breaks, and select as one text. */
function Groups({ receipt }: { receipt: string }) {
  const groups = receipt.split("-");
  return (
    <p className="mt-2 select-all font-mono font-semibold text-2xl leading-snug tracking-wider sm:text-3xl">
      {positions.map((at) => (
        <span key={at} className="whitespace-nowrap">
          {groups[at]}
          {at < groups.length - 1 ? "-" : ""}
          <wbr />
        </span>
      ))}
    </p>
  );
}
