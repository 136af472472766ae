import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FilePage } from "#components/files/file-page";
import { can } from "#lib/access/can";
import { ORIGINAL_DAYS } from "#lib/files/drop-originals";
import { getFile } from "#lib/files/file-queries";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { blurAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("uploads.desk"))("title") };
}

type Props = { params: Promise<{ uploadId: string }>; searchParams: Promise<{ missing?: string }> };

export default async function UploadPage({ params, searchParams }: Props) {
  const actor = await requireActor("file.read");
  const file = await orPageError(getFile(actor, (await params).uploadId));
  return (
    <FilePage
      file={file}
      blurAction={can(actor, "file.blur") ? blurAction : null}
      isReasonMissing={(await searchParams).missing === "reason"}
      originalDays={ORIGINAL_DAYS}
    />
  );
}
