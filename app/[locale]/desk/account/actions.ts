"use server";

import { changePassword } from "#lib/members/change-password";
import { changePasswordSchema } from "#lib/members/people-schema";
import { memberAction } from "#lib/web/next/action";

/** Changes one's own password; the other sessions end. */
export const changePasswordAction = memberAction("account.manage", changePasswordSchema, changePassword);
