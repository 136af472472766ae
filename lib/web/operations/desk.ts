import { auditFilterSchema } from "#lib/desk/audit-filter";
import { writeAudit } from "#lib/desk/write-audit";
import { uploadBodySchema } from "#lib/files/upload-schema";
import { evidenceHref } from "#lib/i18n/addresses";
import { defaultLocale, locales } from "#lib/i18n/locale";
import { localePath, withQuery } from "#lib/i18n/paths";
import { attachFile } from "#lib/investigation/attach-file";
import { dayOf, now } from "#lib/platform/clock";
import { assertRoom } from "#lib/platform/free-space";
import { z } from "#lib/platform/validation";
import { counted } from "../limit-bytes.ts";
import { readFilePart } from "../multipart.ts";
import { networkOf } from "../network.ts";
import { type Operation, operation } from "../operation.ts";
import { streamOf } from "../stream-of.ts";

/** What the desk sends and saves as files. */
export const deskOperations: readonly Operation[] = [
  operation({
    method: "POST",
    path: "/{locale}/desk/evidence/{evidenceId}/file",
    summary: "A photo, a recording or a document of what was found; leads back to the evidence.",
    access: "evidence.add",
    params: z.object({ locale: z.enum(locales).default(defaultLocale), evidenceId: z.string() }),
    form: uploadBodySchema,
    answer: { status: 303, description: "The evidence, with the file or with what is wrong." },
    cache: "never",
    run: async ({ request, actor, path: { locale, evidenceId } }) => {
      const length = request.headers.get("content-length");
      await assertRoom(length === null ? undefined : Number(length));
      await attachFile(
        actor,
        evidenceId,
        counted(request, readFilePart(request, "file")),
        networkOf(request),
      );
      return lead(localePath(evidenceHref(evidenceId, { done: "1" }), locale));
    },
    refuse: (request, { code, fields }) => {
      if (code === "FORBIDDEN" || code === "NOT_FOUND" || code === "UNAUTHENTICATED") return null;
      const page = new URL(request.url).pathname.replace(/\/file$/, "");
      return lead(withQuery(page, { problem: fields[0]?.message ?? code }));
    },
  }),
  operation({
    method: "GET",
    path: "/{locale}/desk/audit/export",
    summary: "The audit log, narrowed as on its page, as a table for a spreadsheet.",
    access: "audit.read",
    params: z.object({ locale: z.enum(locales).default(defaultLocale) }),
    query: auditFilterSchema,
    answer: { status: 200, description: "CSV." },
    cache: "never",
    run: async ({ actor, query, path: { locale } }) =>
      new Response(streamOf(writeAudit(actor, query, locale)), {
        headers: {
          "Content-Type": "text/csv; charset=utf-8; header=present",
          "Content-Disposition": `attachment; filename="audit-${dayOf(now())}.csv"`,
          "Cache-Control": "private, no-store",
        },
      }),
  }),
];

const lead = (to: string) =>
  new Response(null, { status: 303, headers: { Location: to, "Cache-Control": "no-store" } });
