/** What the benchmark uses of autocannon, which comes without types. */
declare module "autocannon" {
  export interface Shot {
    method?: "GET" | "POST";
    path: string;
    headers?: Record<string, string>;
    body?: string;
  }

  interface Options {
    url: string;
    connections: number;
    duration: number;
    timeout: number;
    setupClient(client: { setRequests(requests: Shot[]): void }): void;
  }

  interface Result {
    duration: number;
    "2xx": number;
    non2xx: number;
    errors: number;
    latency: { p99: number };
  }

  export default function autocannon(options: Options): Promise<Result>;
}
