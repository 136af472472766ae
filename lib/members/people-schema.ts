import { PASSWORD_MAX, PASSWORD_MIN } from "#lib/access/password";
import { roles } from "#lib/access/roles";
import { email, requiredText, several, ticked, z } from "#lib/platform/validation";

const roleList = several(z.array(z.enum(roles)).min(1, { error: "required" }).max(roles.length));
const newPassword = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);
const repeated = <Input extends { password: string; repeat: string }>({ password, repeat }: Input) =>
  password === repeat;
const mismatch = { error: "mismatch", path: ["repeat"] };

export const invitePersonSchema = z.object({
  memberId: z.string().min(1).max(60),
  name: requiredText(60),
  email,
  roles: roleList,
});
export type InvitePerson = z.infer<typeof invitePersonSchema>;

/** Whoever holds the link chooses the password; a setup link names nobody, so its holder gives name and address too. */
export const acceptInvitationSchema = z
  .object({
    token: z.string().min(20).max(100),
    name: requiredText(60),
    email,
    password: newPassword,
    repeat: z.string(),
  })
  .refine(repeated, mismatch);
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;

export const withdrawInvitationSchema = z.object({ invitationId: z.uuid() });
export type WithdrawInvitation = z.infer<typeof withdrawInvitationSchema>;

export const makePasswordLinkSchema = z.object({ userId: z.uuid(), memberId: z.string().min(1).max(60) });
export type MakePasswordLink = z.infer<typeof makePasswordLinkSchema>;

export const resetPasswordSchema = z
  .object({ token: z.string().min(20).max(100), password: newPassword, repeat: z.string() })
  .refine(repeated, mismatch);
export type ResetPassword = z.infer<typeof resetPasswordSchema>;

export const changePasswordSchema = z
  .object({ current: z.string().min(1).max(PASSWORD_MAX), password: newPassword, repeat: z.string() })
  .refine(repeated, mismatch);
export type ChangePassword = z.infer<typeof changePasswordSchema>;

export const changeRolesSchema = z.object({
  userId: z.uuid(),
  memberId: z.string().min(1).max(60),
  roles: roleList,
});
export type ChangeRoles = z.infer<typeof changeRolesSchema>;

export const setSecondContactSchema = z.object({
  userId: z.uuid(),
  memberId: z.string().min(1).max(60),
  isContact: ticked,
});
export type SetSecondContact = z.infer<typeof setSecondContactSchema>;

export const removePersonSchema = z.object({ userId: z.uuid(), memberId: z.string().min(1).max(60) });
export type RemovePerson = z.infer<typeof removePersonSchema>;
