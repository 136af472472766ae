"use server";

import { blurPicture } from "#lib/claims/blur-picture";
import { blurPictureSchema } from "#lib/claims/file-schema";
import { deskAction } from "../../claims/[claimId]/desk-action.ts";

export const blurAction = deskAction("file.blur", blurPictureSchema, blurPicture);
