import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing.ts";

/** Moves within the site that keep the language. Links are `#components/ui/link`. */
export const { redirect, permanentRedirect, usePathname, useRouter } = createNavigation(routing);
