import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SETTINGS } from '#platform/config/schema.ts';

/** What a page promises must exist: commands, addresses, settings, figures' names, links, pictures. Whoever installs types them in. */
const ROOT = dirname(import.meta.dirname);
const TOP = ['README.md', 'README.vi.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'bench/README.md'];
const pages = [...TOP, ...readdirSync(join(ROOT, 'docs'), { recursive: true, withFileTypes: true }).filter((e) => e.name.endsWith('.md')).map((e) => relative(ROOT, join(e.parentPath, e.name)))];
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');
const sourceOf = (dir: string): string => readdirSync(join(ROOT, dir), { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile() && /(?<!\.test)\.(?:ts|mjs)$/.test(e.name)).map((e) => readFileSync(join(e.parentPath, e.name), 'utf8')).join('\n');

/** Fenced blocks and spans between backticks: what a reader takes for literal. */
const codeIn = (text: string): string[] => [...text.matchAll(/```[^\n]*\n([\s\S]*?)```/g)].map((m) => m[1] ?? '').concat([...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map((m) => m[1] ?? ''));
const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** GitHub's rule: lower case, punctuation dropped, spaces to dashes. */
const anchorOf = (heading: string): string => heading.toLowerCase().replace(/[`*_]/g, '').replace(/[^\p{L}\p{N}\s-]/gu, '').trim().replace(/\s/g, '-');
const anchorsOf = (text: string): string[] => [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#{1,6} (.+)$/gm)].map((m) => anchorOf(m[1] ?? ''));

function brokenLinks(page: string, text: string): string[] {
  const plain = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]+`/g, '');
  return [...plain.matchAll(/\]\(([^)\s]+)\)|\bsrc(?:set)?="([^"\s]+)"/g)].map((m) => m[1] ?? m[2] ?? '').filter((target) => !/^(?:https?|mailto):/.test(target)).filter((target) => {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(ROOT, file))) return true;
    return anchor !== undefined && !anchorsOf(file === page ? text : textOf(file)).includes(anchor);
  });
}

/** Words after the command's name (`bin/chinhdanh WORD`, or a span that begins with `chinhdanh WORD`) that name no command. */
const COMMANDS = new Set([...(/const COMMANDS[\s\S]*?\n\};/.exec(textOf('src/app/main.ts'))?.[0] ?? '').matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map((m) => m[1] ?? '').concat(['help']));
const unknownCommands = (code: readonly string[]): string[] => unique(code.flatMap((c) => [...c.matchAll(/(?:bin\/|^)chinhdanh ([a-z][a-z-]*)/g)].map((m) => m[1] ?? ''))).filter((name) => !COMMANDS.has(name));

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }; // our own file
const unknownScripts = (code: readonly string[]): string[] => unique(code.flatMap((c) => [...c.matchAll(/\bnpm (?:run(?: --\S+)* )?(start|test|(?<=run(?: --\S+)* )[\w:-]+)/g)].map((m) => m[1] ?? ''))).filter((name) => !Object.hasOwn(scripts, name));

describe.each(pages)('%s', (page) => {
  const text = textOf(page);
  const code = codeIn(text);
  test('links and pictures are there', () => expect(brokenLinks(page, text)).toEqual([]));
  test('every command and script it names exists', () => expect([...unknownCommands(code), ...unknownScripts(code)]).toEqual([]));
  test('it speaks of no working arrangement and no other machine', () => expect(text).not.toMatch(/\/(?:work|home|tmp)\/\w|\bissue \d|\.\.\/shared/));
});

test('commands, scripts and links that are not there are noticed', () => {
  expect(COMMANDS.size).toBeGreaterThan(8);
  expect(unknownCommands(['bin/chinhdanh check "tin"', 'sudo bin/chinhdanh backup x', '/opt/chinhdanh/bin/chinhdanh serve'])).toEqual(['backup']);
  expect(unknownScripts(['npm start', 'npm run bench check-load', 'npm run deploy', 'npm ci'])).toEqual(['deploy']);
  expect(brokenLinks('README.md', '[a](docs/architecture.md) [b](docs/none.md) [c](docs/architecture.md#map) [d](docs/architecture.md#none) `[e](none.md)`')).toEqual(['docs/none.md', 'docs/architecture.md#none']);
});

test('every environment variable in the documentation is one of ours, or one of the tools named beside it', () => {
  const foreign = new Set(['CHROME_PATH', 'NODE_ENV', 'PGPASSWORD', 'AF_INET', 'AF_INET6', 'AF_UNIX']);
  const known = new Set<string>(SETTINGS.map((s) => s.name));
  const named = unique(pages.flatMap((page) => codeIn(textOf(page))).flatMap((c) => [...c.matchAll(/(?<![\w$])([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?==|\b)/g)].map((m) => m[1] ?? '')));
  expect(named.filter((name) => !known.has(name) && !foreign.has(name))).toEqual([]);
});

test('every address and every figure that the documentation names is served', () => {
  const source = sourceOf('src');
  const code = pages.filter((page) => !page.startsWith('docs/decisions')).flatMap((page) => codeIn(textOf(page)));
  const addresses = unique(code.flatMap((c) => [...c.matchAll(/(?:\b(?:GET|POST) |127\.0\.0\.1:8080)(\/[\w./-]*)/g)].map((m) => m[1] ?? ''))).filter((path) => path !== '/');
  expect(addresses.length).toBeGreaterThan(1);
  const patterns = [...source.matchAll(/(?:path: |\b(?:get|guided|told)\()'(\/[^']*)'/g)].map((m) => new RegExp(`^${(m[1] ?? '').replace(/:\w+/g, '[^/]+')}$`));
  expect(addresses.filter((path) => !patterns.some((p) => p.test(path)))).toEqual([]);
  const figures = unique(code.flatMap((c) => [...c.matchAll(/\bchinhdanh_[a-z_]+/g)].map((m) => m[0].replace(/_(?:bucket|count|sum)$/, ''))));
  expect(figures.filter((name) => !source.includes(`'${name}'`))).toEqual([]);
});

test('every log event and error code that operations.md names is one the program says', () => {
  const source = sourceOf('src');
  const spans = [...textOf('docs/operations.md').replace(/```[\s\S]*?```/g, '').matchAll(/`((?:server|database|http|db|job|worker|refresh|process|keys|data)\.[a-z-]+)`/g)].map((m) => m[1] ?? '');
  const names = unique(spans).filter((name) => !/\.(?:json|log|md|sock)$/.test(name));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !source.includes(`'${name}'`))).toEqual([]);
});

describe('the two front pages', () => {
  const [en, vi] = [textOf('README.md'), textOf('README.vi.md')];
  const commandsOf = (text: string): string[] => [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((m) => (m[1] ?? '').split('\n')).map((line) => line.replace(/\s+#.*$|(?: --lang en| -H 'accept-language: en')/g, '').trim()).filter(Boolean);
  test('give the same commands (each in its language) and have as many headings', () => {
    expect(commandsOf(vi)).toEqual(commandsOf(en));
    expect(anchorsOf(vi)).toHaveLength(anchorsOf(en).length);
  });
  test('name the two commands that a newcomer needs, and each other', () => {
    for (const text of [en, vi]) expect(commandsOf(text)).toEqual(expect.arrayContaining(['npm start', 'npm test']));
    expect(en).toContain('(README.vi.md)');
    expect(vi).toContain('(README.md)');
  });
  test('show pictures that load on a slow line', () => {
    const pictures = readdirSync(join(ROOT, 'docs', 'images')).filter((name) => name.endsWith('.png'));
    expect(pictures.length).toBeGreaterThan(1);
    for (const name of pictures) expect(statSync(join(ROOT, 'docs', 'images', name)).size, name).toBeLessThan(300 * 1024);
  });
});

test('the map of docs/architecture.md names rooms that are there, and no module is missing', () => {
  const map = textOf('docs/architecture.md');
  const rooms = unique([...map.matchAll(/`((?:src|tests|bench|migrations)(?:\/[\w-]+)*)`/g)].map((m) => m[1] ?? ''));
  expect(rooms.filter((room) => !existsSync(join(ROOT, room)))).toEqual([]);
  for (const place of ['src/modules', 'src/platform', 'src/engine']) {
    const row = map.split('\n').find((line) => line.startsWith(`| \`${place}\``)) ?? '';
    const folders = readdirSync(join(ROOT, place), { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name);
    expect(folders.filter((name) => !row.includes(`\`${name}\``)), place).toEqual([]);
  }
});

test('each bench that is documented can be run, and the other way round', async () => {
  const listed = [...(/BENCHES = \{([\s\S]*?)\};/.exec(textOf('scripts/bench.mjs'))?.[1] ?? '').matchAll(/^ {2}'?([\w-]+)'?: '([^']+)'/gm)];
  for (const [, name = '', file = ''] of listed) expect(existsSync(join(ROOT, 'bench', file)), name).toBe(true);
  const documented = [...textOf('bench/README.md').matchAll(/^\| `([\w-]+)` \|/gm)].map((m) => m[1] ?? '');
  expect(documented.toSorted()).toEqual(listed.map((m) => m[1] ?? '').toSorted());
});
