import { forbidden, notFound } from "next/navigation";
import { isAppError } from "#lib/platform/errors";

/** What a page's queries found; what is not there or not the actor's becomes the page that says so. */
export async function orPageError<Found>(found: Promise<Found>): Promise<Found> {
  try {
    return await found;
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") notFound();
    if (isAppError(error) && error.code === "FORBIDDEN") forbidden();
    throw error;
  }
}
