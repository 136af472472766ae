import { readUploadOwner } from "#lib/intake/upload-owner";
import { privateJson, route } from "#lib/platform/http";
import { readJson } from "#lib/platform/http/body";
import { preferredLanguage } from "#lib/platform/http/language";
import { limitNetwork } from "#lib/platform/http/limit-network";
import { findMatches, isAnswered } from "#lib/publishing/find-matches";
import { type MatchAnswer, matchQuestionSchema } from "#lib/publishing/match-schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    await limitNetwork(request, "match");
    const { text, url, uploadId, limit } = await readJson(request, matchQuestionSchema);
    const question = {
      text,
      urls: url ? [url] : [],
      uploadIds: uploadId ? [uploadId] : [],
      uploadOwner: readUploadOwner(request.headers),
    };
    const matches = await findMatches(question, { limit, language: preferredLanguage(request) });
    const body: MatchAnswer = { matches, answered: isAnswered(matches) };
    return privateJson(body);
  },
});
