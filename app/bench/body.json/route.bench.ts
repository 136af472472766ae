import { once } from "#lib/platform/once";

const kept = once("bench body", (): { text?: string } => ({}));

/** Keeps the text that GET answers, so that the reference sends the same bytes as what is compared with it. */
export async function PUT(request: Request): Promise<Response> {
  kept.text = await request.text();
  return new Response(null, { status: 204 });
}

/** The reference for the API's lists: a handler that does nothing. */
export async function GET(request: Request): Promise<Response> {
  return new Response(kept.text ?? request.url, { headers: { "Content-Type": "application/json" } });
}
