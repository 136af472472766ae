import { toAtom } from "#lib/publishing/feed-xml";
import { feedAnswer } from "../[locale]/(public)/feed-answer.ts";

export const GET = (request: Request) => feedAnswer(request, "application/atom+xml", toAtom);
