"use server";

import { getLocale } from "next-intl/server";
import { absolute } from "#lib/i18n/absolute";
import { withQuery } from "#lib/i18n/paths";
import { changeRoles } from "#lib/members/change-roles";
import { setSecondContact } from "#lib/members/contacts";
import { invitePerson } from "#lib/members/invite-person";
import { makePasswordLink } from "#lib/members/make-password-link";
import {
  changeRolesSchema,
  invitePersonSchema,
  makePasswordLinkSchema,
  removePersonSchema,
  setSecondContactSchema,
  withdrawInvitationSchema,
} from "#lib/members/people-schema";
import { removePerson } from "#lib/members/remove-person";
import { withdrawInvitation } from "#lib/members/withdraw-invitation";
import { deskAction, memberAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";

/** Makes a one-time link; it is in this answer and nowhere else. */
export const inviteAction = memberAction("people.invite", invitePersonSchema, async (actor, input) => {
  const { token } = await invitePerson(actor, input);
  const link = absolute(withQuery("/desk/join", { token }), await getLocale());
  return { ok: true as const, link, name: input.name };
});

/** Takes an invitation back before it is used. */
export const withdrawInvitationAction = deskAction(
  "people.invite",
  withdrawInvitationSchema,
  withdrawInvitation,
);

/** Gives a person other roles at a member. */
export const changeRolesAction = deskAction("people.change-roles", changeRolesSchema, changeRoles);

/** Makes the link for a forgotten password; it is in this answer and nowhere else. */
export const passwordLinkAction = memberAction(
  "people.reset-password",
  makePasswordLinkSchema,
  async (actor, input) => {
    const outcome = await makePasswordLink(actor, input);
    if (!outcome.ok) return outcome;
    const { token, name } = outcome;
    return {
      ok: true as const,
      link: absolute(withQuery("/desk/reset", { token }), await getLocale()),
      name,
    };
  },
);

/** Says who is told when nobody at a member answers. */
export const secondContactAction = deskAction(
  "people.change-roles",
  setSecondContactSchema,
  setSecondContact,
);

/** Takes a person off a member. */
export const removePersonAction = memberAction("people.remove", removePersonSchema, async (actor, input) => {
  const outcome = await removePerson(actor, input);
  if (outcome.ok) redirect({ href: "/desk/members?removed=1", locale: await getLocale() });
  return outcome;
});
