import { once } from "#lib/platform/once";

const kept = once("bench body", (): { text?: string } => ({}));

/** The reference for matching: reads the JSON and answers the kept text. */
export async function POST(request: Request): Promise<Response> {
  await request.json();
  return new Response(kept.text ?? "{}", {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}
