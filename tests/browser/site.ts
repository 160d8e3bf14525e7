import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Locale } from '#kernel/context.ts';
import { loadAssets } from '#platform/http/index.ts';
import { securityHeaders } from '#platform/http/headers.ts';
import { renderAnswer, renderError, renderHome, renderInfo, type HomeModel, type PageContext } from '#web/public/index.ts';
import { answer, ANSWERS, i18n, type AnswerName } from './fixtures.ts';

/** All pages with fixture data, under the headers of the real server. `?lang=`, `?theme=`, `?sample=1` as there. */
const EMPTY = { text: '', official: '', platform: '', channel: '', holder: '' };
const FILLED = { text: 'Anh đang họp, em chuyển gấp 30 triệu <vào đây> nhé', official: 'Lê Trọng Khuê, Giám đốc Sở Xây dựng', platform: 'zalo', channel: '0500 l27 318', holder: 'LE TRONG "KHUE"' };
const EXAMPLES = ['Người lạ xưng giám đốc, nhờ chuyển tiền gấp', 'Tài khoản mua, trùng tên lãnh đạo', 'Zalo thật đã bị chiếm', 'Facebook của người không dùng Facebook', 'Chính người đó nói không phải mình', 'Tin họp bình thường', 'Kênh đã đăng ký nhắn tin họp', 'Số tài khoản chưa ai biết', 'Công an cảnh báo, chép lại một vụ lừa', 'Liên kết giả dịch vụ công'];

export const PAGES = ['home', 'home-fault', ...ANSWERS.map((a) => `answer-${a}` as const), 'info-paid', 'info-how', 'error-404', 'error-500'] as const;
export type PageName = (typeof PAGES)[number];

function render(name: string, page: PageContext): string {
  const t = page.t;
  const home = (model: Partial<HomeModel>): string => renderHome(page, { values: EMPTY, examples: page.isSample ? EXAMPLES.map((title, i) => ({ id: `mau-${i + 1}`, title, isOpen: i === 2 })) : [], ...model });
  if (name === 'home-fault') return home({ values: FILLED, fault: { field: 'channel', message: t('error.check.unreadable', { field: t('field.channel') }) } });
  if (name.startsWith('answer-')) return renderAnswer(page, answer(name.slice(7) as AnswerName, page.locale)); // names come from PAGES
  if (name === 'info-how') return renderInfo(page, { title: t('page.how.title'), paragraphs: t('page.how.body').split('\n') });
  if (name === 'info-paid') return renderInfo(page, {
    title: t('page.paid.title'), lead: 'Bạn không có lỗi. Gọi càng sớm, càng dễ giữ lại tiền.', paragraphs: [],
    steps: [{ text: 'Gọi ngay tổng đài ngân hàng của bạn.', more: 'Số in ở mặt sau thẻ hoặc trong ứng dụng.' }, { text: 'Đọc cho ngân hàng.', more: 'Tài khoản của bạn, tài khoản và tên người nhận, số tiền, giờ chuyển.' }, { text: 'Báo công an.' }],
    contacts: [{ label: 'Cảnh sát 113', value: '113', href: 'tel:113' }, { label: 'PA05 Công an tỉnh Mẫu', value: '', href: 'tel:' }], source: 'https://nguon.example/bai', updated: '20/11/2026',
  });
  if (name === 'error-404') return renderError(page, { status: 404, code: 'check.not-found', message: t('error.check.not-found'), requestId: '019ab1c2-7d3e-7f00-8a11-5c2e9d0b4f66' });
  if (name === 'error-500') return renderError(page, { status: 500, code: 'internal', message: t('error.internal'), requestId: '019ab1c2-7d3e-7f00-8a11-5c2e9d0b4f66' });
  return home({});
}

export interface Site { readonly origin: string; readonly posts: string[]; bytesOf(name: PageName, locale: Locale): number; close(): Promise<void> }

export async function startSite(): Promise<Site> {
  const assets = loadAssets(join(import.meta.dirname, '../../src/web/public/assets'));
  const byPath = new Map(assets.routes.map((r) => [r.path, r]));
  const posts: string[] = [];
  const contextOf = (locale: Locale, theme: 'light' | 'dark' | null, path: string, isSample: boolean): PageContext => ({ locale, theme, path, isSample, province: 'tỉnh Mẫu', t: (key, params) => i18n.t(locale, key, params), asset: assets.url });
  const server: Server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://x');
      const asset = byPath.get(url.pathname);
      if (asset) {
        const made = await asset.handler({} as never, { params: {}, query: {}, body: null, headers: {}, cookies: {}, ip: '', isForwarded: false, once: null }); // assets ask nothing of their context
        response.writeHead(made.status, { ...securityHeaders('asset', false), ...made.headers }).end(made.body);
        return;
      }
      if (request.method === 'POST') {
        let body = '';
        for await (const chunk of request) body += String(chunk);
        posts.push(body);
        response.writeHead(303, { location: '/answer-evidence' }).end();
        return;
      }
      const locale = url.searchParams.get('lang') === 'en' ? 'en' : 'vi';
      const wanted = url.searchParams.get('theme') ?? /theme=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
      const theme = wanted === 'dark' || wanted === 'light' ? wanted : null;
      const name = url.pathname.slice(1) || 'home';
      const body = render(name, contextOf(locale, theme, url.pathname + url.search, url.searchParams.has('sample')));
      response.writeHead(200, { ...securityHeaders('page', false), 'content-type': 'text/html; charset=utf-8' }).end(body);
    })();
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const size = async (path: string): Promise<number> => { const made = await byPath.get(path)?.handler({} as never, { params: {}, query: {}, body: null, headers: {}, cookies: {}, ip: '', isForwarded: false, once: null }); return gzipSync(made?.body as Buffer, { level: 5 }).length; }; // as above
  const code = await size(assets.url('app.css')) + await size(assets.url('app.js'));
  return {
    origin: `http://127.0.0.1:${port}`, posts,
    bytesOf: (name, locale) => code + gzipSync(render(name, contextOf(locale, null, '/', true)), { level: 5 }).length,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(() => done()); }),
  };
}
