import { absolute } from "#lib/i18n/absolute";
import { unsubscribeHref } from "#lib/i18n/addresses";
import { AppError } from "#lib/platform/errors";
import { unsubscribeQuerySchema } from "#lib/telling/follow-schema";
import { unsubscribe } from "#lib/telling/unsubscribe";
import { preferredLanguage } from "#lib/web/language";
import { readQuery } from "#lib/web/query";
import { route } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  // Scanners of mail open every link: a GET changes nothing and leads to a page with a button.
  GET: async (request) => {
    const { token } = readQuery(request, unsubscribeQuerySchema);
    const headers = {
      Location: absolute(unsubscribeHref(token), preferredLanguage(request)),
      "Cache-Control": "no-store",
    };
    return new Response(null, { status: 303, headers });
  },
  // One click in a mail program (RFC 8058); the token in the address says it all, the body is not read.
  POST: async (request) => {
    const { token } = readQuery(request, unsubscribeQuerySchema);
    if (!(await unsubscribe(token))) throw new AppError("NOT_FOUND");
    return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  },
});
