"use server";

import { recallOlder, remindNow } from "#lib/distribution/coverage/remind-now";
import { coveredNoticeSchema } from "#lib/distribution/coverage/schema";
import { deskAction } from "#lib/web/next/action";

export const remindNowAction = deskAction("coverage.remind", coveredNoticeSchema, remindNow);
export const recallOlderAction = deskAction("coverage.remind", coveredNoticeSchema, recallOlder);
