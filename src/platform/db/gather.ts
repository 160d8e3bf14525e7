/**
 * Joins calls that come while earlier ones are under way into one: under load a hundred look-ups cost one round trip, and a hundred inserts one commit;
 * without load a call goes out at once. Nothing is answered before its own statement is done, so durability is that of a single call.
 */
export interface GatherLimits {
  /** Statements under way at the same time. */
  readonly parallel: number;
  /** Calls in one statement. */
  readonly most: number;
}
interface Waiting<In, Out> { readonly item: In; readonly resolve: (out: Out) => void; readonly reject: (error: unknown) => void }

/** `run` answers with one result for each item, in order. When it throws, all calls of that statement fail alike. */
export function createGatherer<In, Out>(run: (items: readonly In[]) => Promise<readonly Out[]>, { parallel, most }: GatherLimits): (item: In) => Promise<Out> {
  const queue: Waiting<In, Out>[] = [];
  let underWay = 0;
  let isScheduled = false;

  function start(): void {
    isScheduled = false;
    while (queue.length > 0 && underWay < parallel) {
      const batch = queue.splice(0, most);
      underWay += 1;
      void send(batch).finally(() => { underWay -= 1; start(); });
    }
  }
  async function send(batch: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const results = await run(batch.map((w) => w.item));
      if (results.length !== batch.length) throw new Error('a gatherer must answer every item');
      // Lengths were compared above; the cast spares a check for a value that may itself be undefined.
      batch.forEach((w, i) => w.resolve(results[i] as Out));
    } catch (error) {
      for (const w of batch) w.reject(error);
    }
  }
  return (item) => new Promise<Out>((resolve, reject) => {
    queue.push({ item, resolve, reject });
    // The requests that the same turn of the loop has read go together.
    if (!isScheduled && underWay < parallel) { isScheduled = true; setImmediate(start); }
  });
}
