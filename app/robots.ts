import type { MetadataRoute } from "next";
import { absolute } from "#lib/i18n/absolute";

export const dynamic = "force-dynamic";

/** Everything that readers see may be found; what belongs to one reader or to the desk may not. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      disallow: ["/desk", "/en/desk", "/report/done", "/en/report/done"],
    },
    sitemap: absolute("/sitemap.xml"),
  };
}
