"use server";

import { blurPicture } from "#lib/files/blur-picture";
import { blurPictureSchema } from "#lib/files/file-schema";
import { deskAction } from "#lib/web/next/action";

export const blurAction = deskAction("file.blur", blurPictureSchema, blurPicture);
