import { getTranslations } from "next-intl/server";
import { config } from "#lib/platform/config";

/** The name and address of this installation. */
export async function site() {
  const t = await getTranslations("common");
  return { name: config.SITE_NAME ?? t("siteName"), url: config.SITE_URL };
}
