import { findMatches, isAnswered } from "#lib/answers/find-matches";
import { matchAnswerSchema, matchQuestionSchema } from "#lib/answers/match-schema";
import { challengeQuerySchema, challengeSchema, makeChallenge } from "#lib/intake/proof";
import { Refusal } from "../entry.ts";
import { type Operation, operation } from "../operation.ts";
import { uploadOwnerOf } from "../sender.ts";

/** What whoever doubts something asks before anything is filed. */
export const matchOperations: readonly Operation[] = [
  operation({
    method: "POST",
    path: "/api/v1/match",
    id: "findMatches",
    summary: "What is known about a message, a link or a picture: published notices and claims in work.",
    access: "public",
    limit: "match",
    body: matchQuestionSchema,
    answer: {
      status: 200,
      description: "What is known, best first; perhaps nothing.",
      schema: matchAnswerSchema,
    },
    cache: "never",
    run: async ({ request, language, body: { text, url, uploadId, limit } }) => {
      const question = {
        text,
        urls: url ? [url] : [],
        uploadIds: uploadId ? [uploadId] : [],
        uploadOwner: uploadOwnerOf(request.headers),
      };
      const matches = await findMatches(question, { limit, language });
      return matches ? { matches, answered: isAnswered(matches) } : new Refusal("UNAVAILABLE");
    },
  }),
  operation({
    method: "GET",
    path: "/api/v1/challenge",
    id: "getChallenge",
    summary: "A task for the browser that fills in a form: who has worked is not kept waiting in busy times.",
    access: "public",
    limit: "challenge",
    query: challengeQuerySchema,
    answer: {
      status: 200,
      description: "A task, for one form and for twenty minutes.",
      schema: challengeSchema,
    },
    cache: "never",
    run: async ({ query: { form } }) => challengeSchema.parse(await makeChallenge(form)),
  }),
];
