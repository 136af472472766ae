import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgetDraft } from "#components/intake/forget-draft";
import { NextSteps } from "#components/intake/next-steps";
import { ReceiptCard } from "#components/intake/receipt-card";
import { ButtonLink } from "#components/ui/button";
import { config } from "#lib/platform/config";
import { readReceipt } from "../../receipt-cookie.ts";
import { receiptSavedAction } from "../actions.ts";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("report.receipt");
  return { title: t("pageTitle"), robots: { index: false } };
}

export default async function ReceiptPage() {
  const [receipt, t, common] = await Promise.all([
    readReceipt(),
    getTranslations("report.receipt"),
    getTranslations("common"),
  ]);
  return (
    <div className="space-y-8">
      <div className="measure">
        <h1 className="font-serif text-3xl">{receipt ? t("thanks") : t("goneTitle")}</h1>
        <p className="mt-3 text-lg">{receipt ? t("keep") : t("goneText")}</p>
      </div>
      {receipt ? (
        <ReceiptCard
          receipt={receipt}
          siteName={config.SITE_NAME ?? common("siteName")}
          trackAddress={`${new URL(config.SITE_URL).host}/track`}
          saved={receiptSavedAction}
        />
      ) : null}
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
