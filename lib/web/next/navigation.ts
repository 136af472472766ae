import { createNavigation } from "next-intl/navigation";
import { routing } from "#lib/i18n/routing";

/** Leads somewhere else within the site in the reader's language. Links are `#components/ui/link`. */
export const { redirect } = createNavigation(routing);
