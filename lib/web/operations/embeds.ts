import { ownPage } from "#lib/i18n/absolute";
import { noticeOn, oembedHref } from "#lib/i18n/addresses";
import { defaultLocale, locales } from "#lib/i18n/locale";
import { z } from "#lib/platform/validation";
import { debunkPathSchema } from "#lib/publishing/api-schema";
import { findWidgetNotice } from "#lib/publishing/queries";
import { oembedQuerySchema, oembedSchema, toOEmbed } from "#lib/publishing/to-oembed";
import { WIDGET_POLICY, writeMissingWidget, writeWidget } from "#lib/publishing/write-widget";
import { Refusal } from "../entry.ts";
import { type Operation, operation } from "../operation.ts";
import { splitLocale } from "../pages/addresses.ts";

const widget = (html: string, init: ResponseInit): Response =>
  new Response(html, {
    ...init,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": WIDGET_POLICY,
      "Cross-Origin-Resource-Policy": "cross-origin",
      ...init.headers,
    },
  });

const localeOf = (address: string) => splitLocale(new URL(address).pathname).locale;

/** A notice in pages of other sites. */
export const embedOperations: readonly Operation[] = [
  operation({
    method: "GET",
    path: "/{locale}/embed/{slug}",
    summary: "A notice as it stands now, for a frame in a page of another site.",
    access: "public",
    params: debunkPathSchema.extend({ locale: z.enum(locales).default(defaultLocale) }),
    answer: { status: 200, description: "A small page." },
    cache: { sharedFor: 60 },
    shows: ({ slug }) => [`debunk:${slug}`],
    isFramed: true,
    run: async ({ path: { slug, locale } }) => {
      const notice = await findWidgetNotice(slug);
      return notice && widget(writeWidget(notice, locale), { status: 200 });
    },
    refuse: (request, { code }) =>
      code === "NOT_FOUND"
        ? widget(writeMissingWidget(localeOf(request.url)), {
            status: 404,
            headers: { "Cache-Control": "no-store" },
          })
        : null,
  }),
  operation({
    method: "GET",
    path: oembedHref,
    id: "getEmbed",
    summary: "How a page of another site shows a notice (oEmbed 1.0).",
    access: "public",
    query: oembedQuerySchema,
    answer: { status: 200, description: "Found.", schema: oembedSchema },
    errors: ["NOT_FOUND", "NOT_IMPLEMENTED"],
    cache: { sharedFor: 60 },
    run: async ({ query: { url, format, ...most } }) => {
      if (format !== "json") return new Refusal("NOT_IMPLEMENTED");
      const slug = noticeOn(ownPage(url) ?? "");
      const notice = slug === null ? null : await findWidgetNotice(slug);
      return notice && toOEmbed(notice, localeOf(url), most);
    },
  }),
];
