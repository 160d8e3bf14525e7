import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** One word for one thing: what a module shows to others has a row in docs/glossary.md, and two words that mislead appear nowhere. */
const ROOT = dirname(import.meta.dirname);
const SRC = join(ROOT, 'src');

const files = (dir: string, wanted: RegExp): string[] => readdirSync(dir, { withFileTypes: true, recursive: true })
  .filter((e) => e.isFile() && wanted.test(e.name)).map((e) => join(e.parentPath, e.name)).toSorted();
const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

/** Names of types, classes and upper-case lists that a file exports, through `export * from` and `export type { … } from`. */
function exportedNames(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file) || !existsSync(file)) return [];
  seen.add(file);
  const code = withoutComments(readFileSync(file, 'utf8'));
  const own = [...code.matchAll(/^export (?:declare )?(?:interface|type|class|abstract class) (\w+)/gm)].map((m) => m[1] ?? '');
  const listed = [...code.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap((m) => (m[2] ?? '').split(',')).map((part) => part.trim().replace(/^type /, '').split(/\s+as\s+/).at(-1) ?? '').filter((name) => /^[A-Z]\w*[a-z]/.test(name));
  const through = [...code.matchAll(/^export \* from '([^']+)'/gm)].flatMap((m) => exportedNames(m[1]?.startsWith('#') ? join(SRC, m[1].slice(1)) : resolve(dirname(file), m[1] ?? ''), seen));
  return [...new Set([...own, ...listed, ...through])];
}

/** Shapes of a noun: CheckView and CheckBody speak of a Check. */
const SHAPE = /(?:View|Row|Body|Page|Input|Entry|Node|Fact|Step|State|Code|Kind|Platform)$/;
const nounOf = (name: string): string => { const noun = name.replace(SHAPE, ''); return noun === '' ? name : noun; };

/** Names that carry no word of the domain; each with its reason. */
const NO_NOUNS: Readonly<Record<string, string>> = {
  Actor: 'technical: who acts in the program', Authorized: 'technical: a policy\'s permission', Clock: 'technical', Context: 'technical', DomainError: 'technical', Locale: 'technical',
  ChecksDeps: 'technical: neighbours of a module', ImportedParts: 'technical: what an import counts', Entry: 'technical: page, API or command', Day: 'technical: form of a date', Span: 'technical: days from and until', ConfigError: 'technical',
  AccountPlatform: 'the platforms on which one can have an account', Change: 'property of a unit: how it ends', Officials: 'the door of a module', Checks: 'the door of a module', Org: 'the door of a module', Next: 'part of an answer',
};

const glossary = readFileSync(join(ROOT, 'docs', 'glossary.md'), 'utf8');
const rows = [...glossary.matchAll(/^\| ([A-Z]\w+(?:, \w+)*) \| ([^|]+) \| ([^|]+) \|$/gm)].map((m) => ({ names: (m[1] ?? '').split(', '), vi: m[2]?.trim(), meaning: m[3]?.trim() }));
const words = new Set(rows.flatMap(({ names }) => names));

describe('each exported noun has a row', () => {
  const doors = [...readdirSync(join(SRC, 'modules'), { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => join(SRC, 'modules', e.name, 'index.ts')), ...files(join(SRC, 'kernel'), /(?<!\.test)\.ts$/)];
  test.each(doors.map((door) => [relative(ROOT, door), door]))('%s', (_name, door) => {
    expect(existsSync(door)).toBe(true);
    const missing = exportedNames(door).filter((name) => !NO_NOUNS[name] && !words.has(name) && !words.has(nounOf(name)));
    expect(missing, 'add a row to docs/glossary.md (English, Vietnamese, meaning)').toEqual([]);
  });
  test('the walk over exports finds those of other files', () => {
    expect(exportedNames(join(SRC, 'modules', 'checks', 'index.ts'))).toEqual(expect.arrayContaining(['Checks', 'Guidance', 'KnownIdentifierInput']));
    expect(exportedNames(join(SRC, 'modules', 'officials', 'index.ts'))).toEqual(expect.arrayContaining(['OfficialRow', 'ChannelView']));
  });
  test('every row has a Vietnamese word and a meaning, and stands once', () => {
    expect(words.size).toBeGreaterThan(30);
    expect(rows.flatMap(({ names }) => names).length).toBe(words.size);
    // Header and rule are the only other lines of the table.
    expect(glossary.split('\n').filter((line) => line.startsWith('|')).length - 2).toBe(rows.length);
    for (const { vi, meaning } of rows) expect([vi, meaning]).not.toContain('');
  });
});

/** Rooms that speak of people. Elsewhere "user" is the word of somebody else's interface: a URL, an account of the operating system or of PostgreSQL. */
const DOMAIN_ROOMS = ['kernel', 'modules', 'web', 'app'];
const BANNED_USER = /(?<![\w-])users?(?![\w-])|\busers?[A-Z]\w*|\b\w*[a-z]Users?(?![a-z])\w*|\bUsers?(?![a-z])\w*/;

/** "safe" as a value, a key or a name of a result; `safeFields`, `parallel safe` and the like are no results. */
const BANNED_SAFE = /(['"`])(?:is-?)?safe\1|\bisSafe\b|\bsafe(?:ty)?\s*[:=]\s*(?:true|false|['"])|(['"`])an toàn\2/i;

describe('banned words', () => {
  const code = files(SRC, /\.(?:ts|tsx)$/).filter((f) => !f.endsWith('.data.ts'));
  test('nobody of the domain is a "user"', () => {
    const found = code.filter((f) => DOMAIN_ROOMS.some((room) => relative(SRC, f).startsWith(room)))
      .flatMap((f) => withoutComments(readFileSync(f, 'utf8')).replace(/(['"`])(?:(?!\1).)*\1/g, '""').split('\n').flatMap((line) => (BANNED_USER.test(line) ? [`${relative(ROOT, f)}: ${line.trim().slice(0, 100)}`] : [])));
    expect(found, 'instead: official, person, reporter, officer, operator …').toEqual([]);
  });
  test('no code has "safe" for a result', () => {
    const found = code.flatMap((f) => withoutComments(readFileSync(f, 'utf8')).split('\n').flatMap((line) => (BANNED_SAFE.test(line) ? [`${relative(ROOT, f)}: ${line.trim().slice(0, 100)}`] : [])));
    expect(found).toEqual([]);
  });
  test.each(['vi', 'en'])('no sentence of %s.json calls anything safe', (locale) => {
    const file = join(SRC, 'web', 'locales', `${locale}.json`);
    const texts = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>); // our own file; its shape is tested in web/locales
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter(([, text]) => callsSafe(text)).map(([key]) => `${basename(file)} ${key}`)).toEqual([]);
  });
  test('the patterns know a breach from a neighbour', () => {
    for (const line of ['interface User {', 'const userId = 1', 'currentUser.name', 'users.map(x)', 'function listUsers() {']) expect(line).toMatch(BANNED_USER);
    for (const line of ['superuser', 'user-agent', 'const useRegister = 1', 'chinhdanh_user_']) expect(line.replace('user-agent', '')).not.toMatch(BANNED_USER);
    for (const line of ["outcome: 'safe'", 'isSafe', 'safe: true']) expect(line).toMatch(BANNED_SAFE);
    for (const line of ['safeFields(x)', 'immutable strict parallel safe']) expect(line).not.toMatch(BANNED_SAFE);
    expect(callsSafe('Tài khoản này an toàn.')).toBe(true);
    expect(callsSafe('This account is safe.')).toBe(true);
    expect(callsSafe('Hệ thống không bao giờ nói một tin là an toàn.')).toBe(false);
    expect(callsSafe('Nothing is ever called safe.')).toBe(false);
  });
});

/** To deny it is what the product says of itself: "không … an toàn", "never … safe". Within one sentence. */
function callsSafe(text: string): boolean {
  return text.split(/[.!?\n]/).some((sentence) => /an toàn|\bsafe\b/i.test(sentence) && !/(?:không|chưa|đừng|\bnot?\b|\bnever\b|\bnothing\b|\bnobody\b)[^.]*?(?:an toàn|\bsafe\b)/i.test(sentence));
}
