// Checks who may import whom (docs/architecture.md). Usage: node scripts/walls.mjs [ROOT]
// Exit 1 and one line per breach: file:line  what  → instead: …
import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative, resolve, dirname, sep } from 'node:path';

const root = resolve(process.argv[2] ?? '.');
const src = join(root, 'src');

/** room → rooms it may import from; "contract" = kernel and *.contract.ts of a module. */
const MAY = {
  kernel: ['kernel'],
  engine: ['kernel', 'engine'],
  platform: ['kernel', 'engine', 'platform'],
  modules: ['kernel', 'engine', 'platform', 'modules'],
  'web/public': ['kernel', 'contract', 'locales', 'web/public'],
  'web/console': ['kernel', 'contract', 'locales', 'web/console'],
  app: ['kernel', 'engine', 'platform', 'modules', 'web/public', 'web/console', 'locales', 'app'],
};
/** Arrow = may call, by index.ts only. A call against the arrows is an event. */
const MODULE_ARROWS = {
  audit: [], access: ['audit'], org: ['access', 'audit'], officials: ['org', 'access', 'audit'],
  checks: ['officials', 'org', 'access', 'audit'], verifications: ['officials', 'org', 'access', 'audit'],
  reports: ['checks', 'officials', 'org', 'access', 'audit'], cases: ['reports', 'officials', 'org', 'access', 'audit'],
  dispatches: ['org', 'access', 'audit'], statistics: ['org', 'officials', 'checks', 'verifications', 'reports', 'cases', 'dispatches', 'access', 'audit'],
  exchange: ['cases', 'officials', 'dispatches', 'org', 'access', 'audit'],
};
const INSTEAD = {
  kernel: 'kernel is pure: move the code to platform/ or pass the value in',
  engine: 'engine is pure and does no I/O: take data as an argument and let platform/ or a module fetch it',
  platform: 'platform has no domain words: let the module register a handler, composed in app/compose.ts',
  modules: 'wire it in app/compose.ts',
  'web/public': 'take a view (contract) and let app/ hand it in',
  'web/console': 'call the API and import only its *.contract.ts',
  app: 'move the shared code to the room that owns it',
};

function files(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((e) => {
    const path = join(dir, e.name);
    return e.isDirectory() ? files(path) : /\.(ts|tsx)$/.test(e.name) && !/\.(test|bench)\.tsx?$/.test(e.name) ? [path] : [];
  });
}
function roomOf(path) {
  const parts = relative(src, path).split(sep);
  if (parts[0] === 'web') return parts[1] === 'locales' ? 'locales' : `web/${parts[1]}`;
  return parts[0];
}
const moduleOf = (path) => relative(join(src, 'modules'), path).split(sep)[0];

function* imports(text) {
  const pattern = /(?:^|[;\s])(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  for (const m of text.matchAll(pattern)) yield { target: m[1] ?? m[2], line: text.slice(0, m.index + m[0].indexOf(m[1] ?? m[2])).split('\n').length };
}

const isBuiltin = (t) => t.startsWith('node:') || builtinModules.includes(t);
const breaches = [];
const graph = new Map();

function judge(file, target, line) {
  const room = roomOf(file);
  const fail = (what, instead) => breaches.push(`${relative(root, file)}:${line}  ${what}  → instead: ${instead}`);
  const inside = target.startsWith('#') ? join(src, target.slice(1)) : target.startsWith('.') ? resolve(dirname(file), target) : null;
  if (!inside) {
    if (room === 'kernel') fail(`kernel imports package '${target}'`, INSTEAD.kernel);
    else if (room === 'engine') fail(`engine imports '${target}'`, INSTEAD.engine);
    else if (room === 'modules' && isBuiltin(target)) fail(`module imports '${target}'`, 'touch the world through platform/');
    return;
  }
  const to = roomOf(inside);
  const allowed = MAY[room];
  if (!allowed) return fail(`unknown room '${room}'`, 'see docs/architecture.md for the rooms');
  if (to === 'modules' && !allowed.includes('modules')) {
    if (allowed.includes('contract') && inside.endsWith('.contract.ts')) return;
    return fail(`${room} imports ${relative(src, inside)}`, INSTEAD[room]);
  }
  if (to !== 'modules' && !allowed.includes(to)) return fail(`${room} imports ${relative(src, inside)}`, INSTEAD[room]);
  if (room === 'modules' && to === 'modules') judgeModules(file, inside, fail);
  if (room === 'app' && to === 'modules' && !/index\.ts$|\.(contract|routes|cli|jobs)\.ts$/.test(inside)) fail(`app reaches into ${relative(src, inside)}`, 'import the module by its index.ts (or its adapters *.routes|cli|jobs.ts)');
}

function judgeModules(file, inside, fail) {
  const from = moduleOf(file);
  const to = moduleOf(inside);
  if (from === to) {
    if (/\.(routes|cli|jobs)\.ts$/.test(file) && inside.endsWith('.store.ts')) fail(`adapter imports its store`, 'call an operation; adapters never see the store');
    return;
  }
  if (!/[\\/]index\.ts$/.test(inside)) fail(`module ${from} reaches into ${relative(src, inside)}`, `import '#modules/${to}/index.ts'`);
  if (!(MODULE_ARROWS[from] ?? []).includes(to)) fail(`module ${from} calls ${to} against the arrows`, 'publish an event that the other module handles');
}

/** Globals that would make time, chance and environment untestable. */
const GLOBALS = [
  [/\bDate\.now\(|\bnew Date\(\s*\)/, 'ask ctx.clock', /^src[\\/](platform|app)[\\/]/],
  [/\bMath\.random\(|\brandomUUID\(/, 'ask platform/crypto (ids)', /^src[\\/](platform|app)[\\/]/],
  [/\bprocess\.env\b/, 'add the variable to platform/config', /^src[\\/](platform[\\/]config|app)[\\/]/],
  [/(?<![\w.])fetch\(/, 'go through platform/channels or platform/http', /^src[\\/](platform|app|web)[\\/]/],
  [/\bconsole\.(log|error|warn)\(/, 'use the logger, or the CLI writer', /^src[\\/]app[\\/]/],
];

for (const file of files(src)) {
  const text = readFileSync(file, 'utf8');
  const name = relative(root, file);
  const seen = [];
  for (const { target, line } of imports(text)) { judge(file, target, line); seen.push(target); }
  graph.set(file, seen.filter((t) => /^[.#]/.test(t)).map((t) => (t.startsWith('#') ? join(src, t.slice(1)) : resolve(dirname(file), t))));
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, ' ')).replace(/(^|[^:])\/\/.*$/gm, '$1');
  code.split('\n').forEach((row, i) => {
    for (const [pattern, instead, except] of GLOBALS) if (pattern.test(row) && !except.test(name)) breaches.push(`${name}:${i + 1}  ${row.trim().slice(0, 60)}  → instead: ${instead}`);
  });
  if (text.split('\n').length > 301 && !file.endsWith('.data.ts')) breaches.push(`${name}:301  file is longer than 300 lines  → instead: split it by use case`);
}

// Modules may not import each other in a circle even where single arrows allow it.
const edges = new Map();
for (const [file, targets] of graph) if (roomOf(file) === 'modules') for (const t of targets) {
  if (roomOf(t) === 'modules' && moduleOf(t) !== moduleOf(file)) (edges.get(moduleOf(file)) ?? edges.set(moduleOf(file), new Set()).get(moduleOf(file))).add(moduleOf(t));
}
function circle(at, path) {
  if (path.includes(at)) return [...path.slice(path.indexOf(at)), at];
  for (const next of edges.get(at) ?? []) { const found = circle(next, [...path, at]); if (found) return found; }
  return null;
}
for (const start of edges.keys()) { const found = circle(start, []); if (found) { breaches.push(`modules  circle ${found.join(' → ')}  → instead: publish an event`); break; } }

for (const b of [...new Set(breaches)].sort()) console.log(b);
console.error(breaches.length ? `${breaches.length} breach(es) of the walls` : `walls stand: ${graph.size} files`);
process.exit(breaches.length ? 1 : 0);
