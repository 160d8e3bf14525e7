import { html, raw, withQuery, type Html, type Part } from './html.ts';
import type { PageContext } from './page.ts';
import { icon, MARK } from './signs.ts';
import { bound } from './typography.ts';

export interface Frame {
  readonly title: string;
  readonly main: Part;
  /** Answers and errors have nothing to do in a search engine. */
  readonly isHidden?: boolean;
  /** Lets the banner reach up to the head's step. */
  readonly hasBanner?: boolean;
}

/** Head, foot and what stands on every page: skip link, sample banner, offline notice, the sentence that we never call. */
export function page(ctx: PageContext, frame: Frame): string {
  const { t, theme, locale } = ctx;
  return html`<!doctype html>
<html lang="${locale}"${theme ? html` data-theme="${theme}"` : null}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="theme-color" content="#0B3F36">
${frame.isHidden ? raw('<meta name="robots" content="noindex,nofollow">\n') : null}<title>${frame.title} – Chính Danh</title>
<link rel="icon" href="${ctx.asset('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${ctx.asset('app.css')}">
<script src="${ctx.asset('app.js')}" defer></script>
</head>
<body>
<a class="skip" href="#main">${t('page.skip')}</a>
${head(ctx)}
<div id="offline" class="offline" role="alert" hidden><div class="wrap"><b>${t('page.offline.title')}</b> ${t('page.offline.text')}</div></div>
<main id="main" tabindex="-1"${frame.hasBanner ? null : raw(' class="plain"')}>
${ctx.isSample ? html`<p class="sample${frame.hasBanner ? ' on-banner' : ''}"><span class="wrap">${icon('beware')}${t('page.sample')}</span></p>\n` : null}${frame.main}
</main>
${foot(ctx)}
</body>
</html>
`.markup;
}

function head(ctx: PageContext): Html {
  const { t } = ctx;
  const other = ctx.locale === 'vi' ? 'en' : 'vi';
  const to = ctx.theme === 'dark' ? 'light' : 'dark';
  const province = ctx.province.slice(0, 1).toLocaleUpperCase('vi') + ctx.province.slice(1);
  return html`<header class="top"><a class="brand" href="/">${MARK}<span><b>Chính Danh</b><i>${province}</i></span></a><span class="sp"></span>
<a class="tl" href="${withQuery(ctx.path, 'theme', to)}" data-theme-to="${to}" data-light="${t('page.theme.light')}" data-dark="${t('page.theme.dark')}">${icon('theme')}<span class="vh">${t(`page.theme.${to}`)}</span></a>
<a class="tl" href="${withQuery(ctx.path, 'lang', other)}" lang="${other}" hreflang="${other}">${t('page.language.code')}<span class="vh"> – ${t('page.language.name')}</span></a></header>`;
}

const LINKS = [['/', 'check'], ['/da-chuyen-tien', 'paid'], ['/bao-cong-an', 'report'], ['/cach-hoat-dong', 'how'], ['/quyen-rieng-tu', 'privacy']] as const;

function foot(ctx: PageContext): Html {
  const { t } = ctx;
  const here = ctx.path.split('?')[0];
  return html`<footer class="foot"><div class="wrap"><p class="never">${icon('quiet')}<span><b>${t('page.never.strong')}</b>${t('page.never.rest')}</span></p>
<nav aria-label="${t('page.foot')}">${LINKS.map(([href, key]) => html`<a href="${href}"${here === href ? raw(' aria-current="page"') : null}>${t(`page.nav.${key}`)}</a>`)}</nav></div></footer>`;
}

export interface ButtonOptions { readonly href: string; readonly text: string; readonly more?: string | undefined; readonly look?: string; readonly icon: Parameters<typeof icon>[0] }

/** A full-width link in the shape of a button: icon left, arrow right, second line says what happens next. */
export function button({ href, text, more, look = '', icon: name }: ButtonOptions): Html {
  return html`<a class="btn row ${look}" href="${href}">${icon(name)}<span>${bound(text)}${more ? html`<span class="sub">${bound(more)}</span>` : null}</span>${icon('go')}</a>`;
}
