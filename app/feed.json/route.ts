import { feedAnswer } from "#lib/web/next/feed-answer";

export const GET = (request: Request) => feedAnswer(request, "json");
