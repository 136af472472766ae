import { cache } from "react";
import { countAdopters } from "#lib/distribution/count-adopters";
import { findDebunk } from "#lib/publishing/queries";

/** One notice with all its versions, or null; read once for a page and what is said about it. */
export const readNotice = cache(findDebunk);

/** How many members carry a notice. */
export const readAdopters = cache(countAdopters);
