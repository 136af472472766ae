"use server";

import { endDuty } from "#lib/members/end-duty";
import { endLeave } from "#lib/members/end-leave";
import { giveDuty } from "#lib/members/give-duty";
import { endDutySchema, endLeaveSchema, giveDutySchema, takeLeaveSchema } from "#lib/members/roster-schema";
import { takeLeave } from "#lib/members/take-leave";
import { deskAction } from "#lib/web/next/action";

export const takeLeaveAction = deskAction("roster.read", takeLeaveSchema, takeLeave);
export const endLeaveAction = deskAction("roster.read", endLeaveSchema, endLeave);
export const giveDutyAction = deskAction("roster.manage", giveDutySchema, giveDuty);
export const endDutyAction = deskAction("roster.manage", endDutySchema, endDuty);
