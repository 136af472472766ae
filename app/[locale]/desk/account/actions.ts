"use server";

import { memberAction } from "#lib/access/action";
import { changePassword } from "#lib/members/change-password";
import { changePasswordSchema } from "#lib/members/people-schema";

/** Changes one's own password; the other sessions end. */
export const changePasswordAction = memberAction("account.manage", changePasswordSchema, changePassword);
