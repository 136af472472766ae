import { replyByReceiptSchema } from "#lib/claims/schema";
import { replyByReceipt } from "#lib/claims/talk/reply-by-receipt";
import { AppError } from "#lib/platform/errors";
import { readJson } from "#lib/web/body";
import { limitNetwork } from "#lib/web/limit-network";
import { problem } from "#lib/web/problem";
import { route } from "#lib/web/route";

const RETRY_AFTER = { "Retry-After": "3600" };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    await limitNetwork(request, "reply");
    const outcome = await replyByReceipt(await readJson(request, replyByReceiptSchema));
    if (outcome.ok) return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
    if (outcome.reason === "CLAIM_ENDED") return problem(request, "REPORT_CLOSED");
    throw outcome.reason === "TOO_MANY"
      ? new AppError("RATE_LIMITED", [], RETRY_AFTER)
      : new AppError("NOT_FOUND");
  },
});
