import type { Context, Locale } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import type { CheckBody } from '#modules/checks/check.contract.ts';
import { MAX_TEXT, SAID_PLATFORMS } from '#modules/checks/check.contract.ts';
import { PUBLIC, type Assets, type Fault, type RouteAnswer, type RouteDefinition, type RouteInput } from '#platform/http/index.ts';
import { renderAnswer, renderError, renderHome, renderInfo, type FormValues, type PageContext } from '#web/public/index.ts';
import type { App } from './compose.ts';
import { examplesFor, exampleValues } from './demo/index.ts';

/** The pages for everybody: form → operation → HTML. Nothing here decides. */
export interface Pages { readonly routes: readonly RouteDefinition[]; renderError(ctx: Context, fault: Fault, cookies: Readonly<Record<string, string>>): string }

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const YEAR_S = 365 * 24 * 3600;
/** 20,000 characters of three bytes each, percent-encoded. */
const FORM_LIMIT = 256 * 1024;

export function publicPages(app: App, assets: Assets, publicUrl: () => string): Pages {
  const page = (ctx: Context, input: Pick<RouteInput, 'cookies' | 'query'>, path: string): PageContext => ({
    locale: ctx.locale, theme: themeOf(input), path, province: app.installation.province, isSample: app.installation.isSample,
    t: (key, params) => app.i18n.t(ctx.locale, key, params), asset: assets.url,
  });
  const html = (input: RouteInput, status: number, body: string): RouteAnswer => ({ status, body, headers: { ...HTML, ...preferenceCookies(input, app.config.publicUrl?.startsWith('https:') === true) } });
  const get = (path: string, summary: string, handler: RouteDefinition['handler']): RouteDefinition => ({ method: 'GET', path, summary, policy: PUBLIC, kind: 'page', handler });

  const home = (ctx: Context, input: RouteInput, values: FormValues, fault?: { field: string; message: string }): string =>
    renderHome(page(ctx, input, '/'), { values, ...(fault ? { fault } : {}), examples: app.installation.isSample ? examplesFor(ctx.locale, String(input.query['vi-du'] ?? '')) : [] });

  const submit: RouteDefinition = {
    method: 'POST', path: '/kiem-tra', summary: 'Check from the form', policy: PUBLIC, kind: 'page', bodyLimit: FORM_LIMIT,
    handler: async (ctx, input) => {
      const values = formValues(input.body);
      try {
        const { view } = await app.checks.check(ctx, bodyOf(values), 'page');
        return { status: 303, headers: { location: `/k/${view.checkId}` } };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const field = FIELD_OF[String(error.params['field'] ?? 'text')] ?? 'text';
        return html(input, 422, home(ctx, input, values, { field, message: app.i18n.t(ctx.locale, `error.${error.code}`, { ...error.params, field: app.i18n.t(ctx.locale, `field.${field}`) }) }));
      }
    },
  };
  return {
    routes: [
      get('/', 'Check page', async (ctx, input) => html(input, 200, home(ctx, input, exampleValues(app.installation.isSample ? String(input.query['vi-du'] ?? '') : '')))),
      submit,
      // Who reloads a refused form, or comes back to it, lands on the page it was sent from.
      get('/kiem-tra', 'Back to the check page', async () => ({ status: 303, headers: { location: '/' } })),
      get('/k/:id', 'Answer by its address', async (ctx, input) => {
        const answer = await app.checks.open(ctx, input.params['id'] ?? '');
        const path = `/k/${answer.view.checkId}`;
        return html(input, 200, renderAnswer(page(ctx, input, path), { ...answer, url: `${publicUrl()}${path}` }));
      }),
      ...infoRoutes(app, get, (ctx, input, path, model) => html(input, 200, renderInfo(page(ctx, input, path), model))),
    ],
    renderError: (ctx, fault, cookies) => renderError(page(ctx, { cookies, query: {} }, '/'), {
      status: fault.status, code: fault.code, message: app.i18n.t(ctx.locale, `error.${fault.code}`, fault.params), requestId: ctx.requestId,
    }),
  };
}

type Info = Parameters<typeof renderInfo>[1];
type Get = (path: string, summary: string, handler: RouteDefinition['handler']) => RouteDefinition;

/** Pages whose texts an administrator may edit, and two about the system itself. */
function infoRoutes(app: App, get: Get, show: (ctx: Context, input: RouteInput, path: string, model: Info) => RouteAnswer): RouteDefinition[] {
  const guided = (path: string, key: 'paid' | 'report'): RouteDefinition => get(path, `Guidance: ${key}`, async (ctx, input) => {
    const guidance = app.checks.guidance();
    const contacts = guidance.steps(ctx.locale, 'report.contacts').map(({ text, more = '' }) => ({ label: text, value: more, href: `tel:${more.replace(/[^\d+]/g, '')}` }));
    const { source, checkedOn } = guidance.source(ctx.locale, `${key}.steps`);
    return show(ctx, input, path, {
      title: app.i18n.t(ctx.locale, `page.${key}.title`), lead: guidance.text(ctx.locale, `${key}.lead`), steps: guidance.steps(ctx.locale, `${key}.steps`), paragraphs: [],
      contacts, source, ...(checkedOn ? { updated: checkedOn.split('-').reverse().join('/') } : {}),
    });
  });
  const told = (path: string, key: 'how' | 'privacy'): RouteDefinition => get(path, `About: ${key}`, async (ctx, input) => show(ctx, input, path, {
    title: app.i18n.t(ctx.locale, `page.${key}.title`), paragraphs: app.i18n.t(ctx.locale, `page.${key}.body`).split('\n').filter(Boolean),
  }));
  return [guided('/da-chuyen-tien', 'paid'), guided('/bao-cong-an', 'report'), told('/cach-hoat-dong', 'how'), told('/quyen-rieng-tu', 'privacy')];
}

function themeOf({ query, cookies }: Pick<RouteInput, 'query' | 'cookies'>): 'light' | 'dark' | null {
  const wanted = query['theme'] ?? cookies['theme'];
  return wanted === 'light' || wanted === 'dark' ? wanted : null;
}

/** A language or theme chosen by link is remembered; nothing else is. */
function preferenceCookies({ query }: RouteInput, isSecure: boolean): Record<string, string> {
  const locale: Locale | null = query['lang'] === 'vi' || query['lang'] === 'en' ? query['lang'] : null;
  const theme = query['theme'] === 'light' || query['theme'] === 'dark' ? query['theme'] : null;
  const chosen = locale ? `lang=${locale}` : theme ? `theme=${theme}` : null;
  return chosen ? { 'set-cookie': `${chosen}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax${isSecure ? '; Secure' : ''}` } : {};
}

function formValues(body: unknown): FormValues {
  const fields = typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name].replace(/\r\n?/g, '\n') : '');
  return { text: text('text'), official: text('official'), platform: text('platform'), channel: text('channel'), holder: text('holder') };
}

const LIMITS: Readonly<Record<keyof FormValues, number>> = { text: MAX_TEXT, official: 200, platform: 20, channel: 2048, holder: 120 };
/** Field of the operation's error → field of the form. */
const FIELD_OF: Readonly<Record<string, string>> = { text: 'text', official: 'official', platform: 'platform', channel: 'channel', holder: 'holder', 'channel/value': 'channel', claimedOfficial: 'official', holderName: 'holder', qr: 'text' };

/** What was filled in, as the operation wants it. Throws `field.maxLength` {field, limit}. */
function bodyOf(values: FormValues): CheckBody {
  for (const [field, limit] of Object.entries(LIMITS)) if (values[field as keyof FormValues].length > limit) throw new DomainError('field.maxLength', { field, limit }); // keys of LIMITS are those of FormValues
  const given = (value: string): boolean => value.trim() !== '';
  const platform = SAID_PLATFORMS.find((p) => p === values.platform);
  return {
    ...(given(values.text) ? { text: values.text } : {}), ...(given(values.official) ? { claimedOfficial: values.official.trim() } : {}), ...(given(values.holder) ? { holderName: values.holder.trim() } : {}),
    ...(platform || given(values.channel) ? { channel: { ...(platform ? { platform } : {}), ...(given(values.channel) ? { value: values.channel.trim() } : {}) } } : {}),
  };
}
