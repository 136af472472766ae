import { scopes } from "#lib/access/scopes";
import { requiredText, several, z } from "#lib/platform/validation";
import { overlapNames } from "./overlap.ts";

const scopeList = several(z.array(z.enum(scopes)).min(1, { error: "required" })).transform((each) => [
  ...new Set(each),
]);

export const createKeySchema = z.object({
  memberId: z.string().min(1).max(60),
  name: requiredText(60),
  scopes: scopeList,
});
export type CreateKey = z.infer<typeof createKeySchema>;

export const rotateKeySchema = z.object({ keyId: z.uuid(), overlap: z.enum(overlapNames) });
export type RotateKey = z.infer<typeof rotateKeySchema>;

export const revokeKeySchema = z.object({ keyId: z.uuid() });
export type RevokeKey = z.infer<typeof revokeKeySchema>;
