/** What the benchmark uses of autocannon, which comes without types. */
declare module "autocannon" {
  export interface Shot {
    method?: "GET" | "POST";
    path: string;
    headers?: Record<string, string>;
    body?: string | Buffer<ArrayBuffer>;
  }

  interface Client {
    setRequests(requests: Shot[]): void;
    on(event: "response", heard: (status: number, bytes: number, milliseconds: number) => void): void;
  }

  interface Options {
    url: string;
    connections: number;
    duration: number;
    timeout: number;
    setupClient(client: Client): void;
  }

  interface Result {
    duration: number;
    "2xx": number;
    non2xx: number;
    errors: number;
  }

  export default function autocannon(options: Options): Promise<Result>;
}
