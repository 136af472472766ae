let kept = "";

/** Keeps the text that GET answers, so that the reference sends the same bytes as what is compared with it. */
export async function PUT(request) {
  kept = await request.text();
  return new Response(null, { status: 204 });
}

/** The reference for what the framework answers for each reader: a route that does nothing else. */
export function GET() {
  return new Response(kept, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
