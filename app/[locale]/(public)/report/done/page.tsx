import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ReceiptScreen } from "#components/intake/receipt-screen";
import { addressOn, receiptHref } from "#lib/i18n/addresses";
import { readReceipt } from "#lib/web/next/receipt-cookie";
import { site } from "#lib/web/next/site";
import { receiptSavedAction } from "../actions.ts";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("report.receipt");
  return { title: t("pageTitle"), robots: { index: false } };
}

export default async function ReceiptPage() {
  const [receipt, { name, url }] = await Promise.all([readReceipt(), site()]);
  return (
    <ReceiptScreen
      receipt={receipt}
      siteName={name}
      trackAddress={`${new URL(url).host}/track`}
      ownAddress={addressOn(url, receiptHref(receipt ?? ""), await getLocale())}
      saved={receiptSavedAction}
    />
  );
}
