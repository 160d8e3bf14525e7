/** Token buckets in memory, bounded: an attacker with many addresses cannot fill the memory, only evict the longest idle. */
export interface RateLimiter {
  /** Milliseconds to wait before this request is served; Infinity: refused. `retryAfter` in seconds. */
  take(key: string, now: number): { readonly waitMs: number; readonly retryAfter: number };
  readonly size: number;
}
const MAX_KEYS = 50_000;

/**
 * `perMinute` requests flow freely (with a burst of a sixth of them); the next ones are slowed up to `maxWaitMs`, because nobody in danger
 * may meet a closed door at once; only beyond that they are refused.
 */
export function createRateLimiter(perMinute: number, maxWaitMs: number): RateLimiter {
  const perMs = perMinute / 60_000;
  const burst = Math.max(5, perMinute / 6);
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    get size() { return buckets.size; },
    take(key, now) {
      const bucket = buckets.get(key) ?? { tokens: burst, at: now };
      const tokens = Math.min(burst, bucket.tokens + Math.max(0, now - bucket.at) * perMs);
      buckets.delete(key); // re-inserted at the end: the map's order is the order of last use
      if (buckets.size >= MAX_KEYS) { const oldest = buckets.keys().next().value; if (oldest !== undefined) buckets.delete(oldest); }
      const waitMs = tokens >= 1 ? 0 : (1 - tokens) / perMs;
      const isRefused = waitMs > maxWaitMs;
      buckets.set(key, { tokens: isRefused ? tokens : tokens - 1, at: now });
      return { waitMs: isRefused ? Infinity : waitMs, retryAfter: Math.max(1, Math.ceil(waitMs / 1000)) };
    },
  };
}

/** An IPv6 subscriber owns a /64, so that is one address. */
export function addressKey(ip: string): string {
  if (!ip.includes(':')) return ip;
  if (ip.startsWith('::ffff:')) return ip.slice(7);
  const [head = '', tail = ''] = ip.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = ip.includes('::') ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right] : left;
  return `${groups.slice(0, 4).map((g) => g.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
