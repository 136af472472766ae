const answer = {
  receipt: "00000-00000-00000-00000-00000",
  trackUrl: "http://127.0.0.1/track",
  state: "received",
  matches: [],
};

/** The reference for report intake: reads the JSON and writes nothing. */
export async function POST(request: Request): Promise<Response> {
  await request.json();
  return Response.json(answer, { status: 201, headers: { "Cache-Control": "no-store" } });
}
