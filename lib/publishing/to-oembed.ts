import { absolute } from "#lib/i18n/absolute";
import type { Locale } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { config } from "#lib/platform/config";
import { z } from "#lib/platform/validation";
import { embedCode, embedSize, titleIn } from "./embed-code.ts";
import type { WidgetNotice } from "./queries.ts";

const pixels = z.coerce.number().int().min(1).max(10_000);

export const oembedQuerySchema = z.object({
  url: z.string().min(1).max(2_000).meta({ description: "The address of a notice." }),
  format: z.string().max(20).default("json").meta({ description: "`json`; there is no other." }),
  maxwidth: pixels.default(embedSize.width),
  maxheight: pixels.default(embedSize.height),
});

export const oembedSchema = z
  .object({
    version: z.literal("1.0"),
    type: z.literal("rich"),
    title: z.string(),
    provider_name: z.string(),
    provider_url: z.url(),
    cache_age: z.number().int().meta({ description: "Seconds; what the frame shows is always the newest." }),
    width: z.number().int(),
    height: z.number().int(),
    html: z.string(),
  })
  .meta({ id: "OEmbed", description: "oEmbed 1.0, type rich." });
export type OEmbed = z.infer<typeof oembedSchema>;

type Most = { maxwidth: number; maxheight: number };

/** How a site shows a notice in its own page: in a frame, which may open the notice beside it and nothing else. */
export function toOEmbed(notice: WidgetNotice, locale: Locale, { maxwidth, maxheight }: Most): OEmbed {
  const width = Math.min(embedSize.width, maxwidth);
  const height = Math.min(embedSize.height, maxheight);
  return {
    version: "1.0",
    type: "rich",
    title: titleIn(notice, locale),
    provider_name: config.SITE_NAME ?? messages[locale].common.siteName,
    provider_url: absolute("/", locale),
    cache_age: 3_600,
    width,
    height,
    html: embedCode(notice, locale, { width, height }),
  };
}
