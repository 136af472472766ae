import { headers } from "next/headers";
import type { Visitor } from "#lib/web/network";

/** Whoever looks at a page or sends a form. */
export const visitor = async (): Promise<Visitor> => ({ headers: await headers() });
