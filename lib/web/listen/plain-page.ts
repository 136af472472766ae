import type { ServerResponse } from "node:http";
import { messages } from "#lib/i18n/messages";
import { routing } from "#lib/i18n/routing";

/** What no page of the framework can answer, by its words in `errors`. */
export type PlainReason = "badAddress" | "foreignForm" | "tooMuch" | "badMethod" | "notNow" | "formerForm";

/** A short page in all languages, which needs nothing to be made: neither a database nor the framework. */
export function plainPage(status: number, reason: PlainReason): string {
  const parts = routing.locales.map((locale) => {
    const { title, detail } = messages[locale].errors[reason];
    return `<section lang="${locale}"><h1>${title}</h1><p>${detail}</p></section>`;
  });
  return `<!doctype html><html lang="${routing.defaultLocale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title>${parts.join("")}</html>`;
}

/** Answers with such a page. */
export function sayPlainly(
  response: ServerResponse,
  status: number,
  reason: PlainReason,
  headers: Readonly<Record<string, string>> = {},
): void {
  const page = plainPage(status, reason);
  response
    .writeHead(status, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": Buffer.byteLength(page),
      "Cache-Control": "no-store",
      ...headers,
    })
    .end(response.req.method === "HEAD" ? undefined : page);
}
