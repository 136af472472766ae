import { clock } from "#lib/platform/clock";
import { config } from "#lib/platform/config";
import { isReady } from "#lib/platform/readiness";
import { privateJson, route } from "#lib/web/route";

/** Nobody shall take a clock that is wrong on purpose for a right one. */
const movedClock = () => config.CLOCK_OFFSET_FILE && { clockOffset: clock.offset };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () =>
    (await isReady())
      ? privateJson({ status: "ok", ...movedClock() })
      : privateJson({ status: "unavailable", ...movedClock() }, 503),
});
