import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { takes } from './answer.ts';
import { PUBLIC, type RouteDefinition } from './route.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8', '.png': 'image/png', '.ico': 'image/x-icon', '.webmanifest': 'application/manifest+json',
};
export interface Assets {
  /** Address with the content's hash in it, so that it may be cached for ever. Throws for a name that does not exist: a typo must not reach a page. */
  url(name: string): string;
  readonly routes: readonly RouteDefinition[];
}
interface Asset { readonly name: string; readonly url: string; readonly type: string; readonly plain: Buffer; readonly gzip: Buffer | null; readonly br: Buffer | null }

/** Loads every file of a folder once: what is served is exactly this list, so no path can lead outside. */
export function loadAssets(dir: string, prefix = '/a/'): Assets {
  const names = list(dir);
  const urls = new Map<string, string>();
  for (const name of names.filter((n) => !n.endsWith('.css'))) urls.set(name, hashed(prefix, name, readFileSync(join(dir, name))));
  // Style sheets last: url(fonts/x.woff2) inside them becomes the hashed address.
  const assets = names.map((name): Asset => {
    const raw = readFileSync(join(dir, name));
    const plain = name.endsWith('.css') ? Buffer.from(raw.toString('utf8').replace(/url\(["']?([\w./-]+)["']?\)/g, (whole, target: string) => (urls.has(target) ? `url(${urls.get(target)})` : whole))) : raw;
    const isText = /\.(css|js|svg|txt|webmanifest)$/.test(name);
    const url = urls.get(name) ?? hashed(prefix, name, plain);
    urls.set(name, url);
    return { name, url, type: TYPES[extname(name)] ?? 'application/octet-stream', plain, gzip: isText ? gzipSync(plain, { level: 9 }) : null, br: isText ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) : null };
  });
  return {
    url: (name) => { const url = urls.get(name); if (!url) throw new Error(`no asset ${name}`); return url; },
    routes: assets.map(routeOf),
  };
}

function list(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true }).filter((e) => e.isFile() && extname(e.name) in TYPES).map((e) => relative(dir, join(e.parentPath, e.name)).split(sep).join('/')).sort();
}
function hashed(prefix: string, name: string, content: Buffer): string {
  const extension = extname(name);
  return `${prefix}${name.slice(0, -extension.length)}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}${extension}`;
}

function routeOf(asset: Asset): RouteDefinition {
  return {
    method: 'GET', path: asset.url, summary: asset.name, policy: PUBLIC, kind: 'asset', rate: 'none',
    handler: async (_ctx, { headers }) => {
      const accepts = headers['accept-encoding'];
      const [body, encoding] = asset.br && takes(accepts, 'br') ? [asset.br, 'br'] : asset.gzip && takes(accepts, 'gzip') ? [asset.gzip, 'gzip'] : [asset.plain, null];
      return { status: 200, body, headers: { 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding', ...(encoding ? { 'content-encoding': encoding } : {}) } };
    },
  };
}
