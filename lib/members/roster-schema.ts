import { day, z } from "#lib/platform/validation";

const who = { memberId: z.string().min(1).max(60), userId: z.uuid() };
/** Calendar days in Sichuan, both included. */
const when = { from: day, until: day };
const isInOrder = ({ from, until }: { from: string; until: string }) => from <= until;
const order = { error: "beforeStart", path: ["until"] };

export const takeLeaveSchema = z
  .object({ ...who, ...when, deputyId: z.uuid().optional() })
  .refine(isInOrder, order);
export type TakeLeave = z.infer<typeof takeLeaveSchema>;

export const endLeaveSchema = z.object({ leaveId: z.uuid() });
export type EndLeave = z.infer<typeof endLeaveSchema>;

export const giveDutySchema = z.object({ ...who, ...when }).refine(isInOrder, order);
export type GiveDuty = z.infer<typeof giveDutySchema>;

export const endDutySchema = z.object({ dutyId: z.uuid() });
export type EndDuty = z.infer<typeof endDutySchema>;
