import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Locale } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { formatMoment } from '#kernel/dates.ts';
import type { CheckBody, CheckView } from '#modules/checks/check.contract.ts';
import { MAX_TEXT, SAID_PLATFORMS } from '#modules/checks/check.contract.ts';
import type { App } from '../compose.ts';
import { EXIT, localeOf, UsageError, type CommandIo } from './io.ts';
import { postCheck } from './remote-check.ts';

/**
 * `check [TEXT] [--file F] [--account N --bank B] [--phone P] [--link U] [--qr PAYLOAD] [--holder NAME] [--official WHO] [--platform P --channel C] [--server URL] [--lang vi|en] [--json]`.
 * TEXT `-` reads standard input. With --server the question goes to that server; otherwise the database is asked directly.
 */
const OPTIONS = {
  file: { type: 'string' }, account: { type: 'string' }, bank: { type: 'string' }, phone: { type: 'string' }, link: { type: 'string' }, qr: { type: 'string' }, holder: { type: 'string' },
  official: { type: 'string' }, platform: { type: 'string' }, channel: { type: 'string' }, server: { type: 'string' }, lang: { type: 'string' }, json: { type: 'boolean' },
} as const;

export async function checkCommand(args: readonly string[], io: CommandIo, open: () => Promise<App>): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  if (positionals.length > 1) throw new UsageError('check: nhiều hơn một đoạn tin; đặt tin trong dấu nháy / more than one message; put it in quotes');
  const locale = localeOf(values.lang);
  const text = await textOf(positionals[0], values.file, io);
  const body = bodyOf(values, text);
  if (Object.keys(body).length === 0) throw new UsageError('check "TIN NHẮN" [--account SỐ --bank NGÂN_HÀNG] [--phone SỐ] [--link ĐỊA_CHỈ] [--official AI] [--platform zalo --channel SỐ] [--json]');
  const { view, url } = values.server ? await postCheck(values.server, body, locale) : await askDirectly(open, body, locale);
  await io.out(values.json ? `${JSON.stringify(view, null, 2)}\n` : describe(view, url));
  return EXIT.done;
}

async function askDirectly(open: () => Promise<App>, body: CheckBody, locale: Locale): Promise<{ view: CheckView; url: string | null }> {
  const app = await open();
  try {
    const { view } = await app.checks.check(app.context({ kind: 'operator', name: 'cli' }, locale), body, 'cli');
    return { view, url: app.config.publicUrl ? `${app.config.publicUrl}/k/${view.checkId}` : null };
  } finally {
    await app.stop();
  }
}

async function textOf(positional: string | undefined, file: string | undefined, io: CommandIo): Promise<string | undefined> {
  if (file !== undefined) {
    // Bytes are at most four a character; a larger file is no message and is not even read.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new UsageError(`--file ${file}: không có tệp này / no such file`);
    if (statSync(file).size > MAX_TEXT * 4) throw new DomainError('field.maxLength', { field: 'file', limit: MAX_TEXT });
    return readFileSync(file, 'utf8');
  }
  if (positional !== '-') return positional;
  let text = '';
  for await (const chunk of io.stdin) {
    text += chunk.toString();
    if (text.length > MAX_TEXT) throw new DomainError('field.maxLength', { field: 'text', limit: MAX_TEXT });
  }
  return text;
}

type Values = Partial<Record<Exclude<keyof typeof OPTIONS, 'json'>, string>>;

function bodyOf(values: Values, text: string | undefined): CheckBody {
  const platform = SAID_PLATFORMS.find((p) => p === values.platform);
  if (values.platform !== undefined && !platform) throw new UsageError(`--platform: ${SAID_PLATFORMS.join(', ')}`);
  if (values.bank !== undefined && values.account === undefined) throw new UsageError('--bank cần --account / --bank needs --account');
  const body: CheckBody = {
    ...(text === undefined ? {} : { text }), ...(values.phone === undefined ? {} : { phone: values.phone }), ...(values.link === undefined ? {} : { link: values.link }),
    ...(values.account === undefined ? {} : { account: { number: values.account, ...(values.bank === undefined ? {} : { bank: values.bank }) } }),
    ...(values.qr === undefined ? {} : { qr: values.qr }), ...(values.holder === undefined ? {} : { holderName: values.holder }), ...(values.official === undefined ? {} : { claimedOfficial: values.official }),
    ...(platform || values.channel !== undefined ? { channel: { ...(platform ? { platform } : {}), ...(values.channel === undefined ? {} : { value: values.channel }) } } : {}),
  };
  if ((body.text?.length ?? 0) > MAX_TEXT) throw new DomainError('field.maxLength', { field: 'text', limit: MAX_TEXT });
  return body;
}

/** For people: verb first, then why, then what to do. */
function describe(view: CheckView, url: string | null): string {
  const lines = [view.headline, ''];
  if (view.official) lines.push(`${view.official.honorific} ${view.official.name} – ${view.official.position}, ${view.official.unit}`, '');
  view.reasons.forEach((reason, i) => {
    lines.push(`${i + 1}. ${reason.text}`);
    if (reason.more) lines.push(`   ${reason.more}`);
    if (reason.source) lines.push(`   ${reason.source}`);
    const words = reason.evidence.kind === 'text' ? reason.evidence.words : [];
    if (words.length > 0) lines.push(`   ${words.map((w) => `“${w}”`).join(' ')}`);
  });
  if (view.identifiers.length > 0) lines.push('', ...view.identifiers.map((i) => `- ${i.label}: ${i.display} – ${i.stateText}${i.note ? ` (${i.note})` : ''}`));
  lines.push('', ...view.steps.map((step) => `→ ${step.text}${step.more ? ` ${step.more}` : ''}`), '', `${formatMoment(new Date(view.at))} – ${formatMoment(new Date(view.validUntil))}`);
  if (url) lines.push(url);
  return `${lines.join('\n')}\n`;
}
