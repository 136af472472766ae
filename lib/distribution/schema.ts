import { cursorSchema } from "#lib/platform/cursor";
import { z } from "#lib/platform/validation";

export const receiveDeliverySchema = z.object({ deliveryId: z.uuid() });
export type ReceiveDelivery = z.infer<typeof receiveDeliverySchema>;

export const deliveryFilterSchema = z.object({
  state: z.enum(["waiting", "all"]).default("waiting"),
  cursor: cursorSchema.optional(),
});
export type DeliveryFilter = z.infer<typeof deliveryFilterSchema>;
