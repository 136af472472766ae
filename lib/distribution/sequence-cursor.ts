import { z } from "#lib/platform/validation";

/** As many digits as the number of a row can have. */
const DIGITS = 18;

/** The number up to which somebody has fetched what is laid ready in order. */
export const sequenceCursorSchema = z.string().regex(new RegExp(`^\\d{1,${DIGITS}}$`), { error: "invalid" });
