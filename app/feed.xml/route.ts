import { feedAnswer } from "../[locale]/(public)/feed-answer.ts";

export const GET = (request: Request) => feedAnswer(request, "rss");
