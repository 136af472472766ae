import { limitNetwork } from "#lib/web/limit-network";
import { problemOf } from "#lib/web/problem";
import { answerResumable } from "#lib/web/resumable-uploads";
import { handOver, senderOf } from "#lib/web/sender";

/** tus, for browsers on bad networks; they are known by their cookie. */
async function answer(request: Request): Promise<Response> {
  try {
    if (request.method === "POST") await limitNetwork(request, "uploads");
    const sender = { ...senderOf(request), isBrowser: true };
    return handOver(await answerResumable(request, sender.owner), sender);
  } catch (error) {
    return problemOf(request, error);
  }
}

export { answer as DELETE, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST };
