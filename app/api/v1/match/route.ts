import { findMatches, isAnswered } from "#lib/answers/find-matches";
import { type MatchAnswer, matchQuestionSchema } from "#lib/answers/match-schema";
import { AppError } from "#lib/platform/errors";
import { readJson } from "#lib/web/body";
import { preferredLanguage } from "#lib/web/language";
import { limitNetwork } from "#lib/web/limit-network";
import { privateJson, route } from "#lib/web/route";
import { uploadOwnerOf } from "#lib/web/sender";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    await limitNetwork(request, "match");
    const { text, url, uploadId, limit } = await readJson(request, matchQuestionSchema);
    const question = {
      text,
      urls: url ? [url] : [],
      uploadIds: uploadId ? [uploadId] : [],
      uploadOwner: uploadOwnerOf(request.headers),
    };
    const matches = await findMatches(question, { limit, language: preferredLanguage(request) });
    if (!matches) throw new AppError("UNAVAILABLE");
    const body: MatchAnswer = { matches, answered: isAnswered(matches) };
    return privateJson(body);
  },
});
