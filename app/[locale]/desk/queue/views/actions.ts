"use server";

import { deleteView, saveView } from "#lib/claims/save-view";
import { deleteViewSchema, saveViewSchema } from "#lib/claims/schema";
import { deskAction } from "#lib/web/next/action";

export const saveViewAction = deskAction("queue.save", saveViewSchema, saveView);
export const deleteViewAction = deskAction("queue.save", deleteViewSchema, deleteView);
