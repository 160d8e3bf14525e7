/** The part of autocannon that the benches use; the package brings no types. */
declare module 'autocannon' {
  export interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    readonly requests: readonly { readonly method: 'POST' | 'GET'; readonly body: string; readonly headers: Readonly<Record<string, string>> }[];
  }
  export interface Outcome {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly duration: number;
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  }
  export default function autocannon(options: Options): Promise<Outcome>;
}
