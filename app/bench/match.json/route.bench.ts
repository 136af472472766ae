const kept = globalThis as { benchBody?: string };

/** The reference for matching: reads the JSON and answers the kept text. */
export async function POST(request: Request): Promise<Response> {
  await request.json();
  return new Response(kept.benchBody ?? "{}", {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}
