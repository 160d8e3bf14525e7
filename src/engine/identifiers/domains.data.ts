/**
 * Genuine domains. A host that is one of these, or below one, is never flagged; a host that only looks like one is.
 * Police sites are bocongan.gov.vn, mps.gov.vn and below, and congan.<tỉnh>.gov.vn (Ministry of Public Security, 5/2022).
 */
export const STATE_SUFFIXES = ['gov.vn', 'mil.vn'] as const;
const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** State, Party and public bodies outside gov.vn. */
export const STATE_HOSTS = list('chinhphu.vn baochinhphu.vn quochoi.vn dangcongsan.vn mattran.org.vn congdoan.vn khonggianmang.vn tinnhiemmang.vn vbsp.org.vn');

/** Banks, wallets and payment networks; sub-domains belong to them. */
export const BANK_HOSTS = list(`
  vietcombank.com.vn vietinbank.vn bidv.com.vn bidv.vn agribank.com.vn techcombank.com techcombank.com.vn mbbank.com.vn mb.com.vn acb.com.vn vpbank.com.vn tpb.vn tpbank.vn sacombank.com.vn sacombank.com
  isacombank.com.vn hdbank.com.vn vib.com.vn shb.com.vn eximbank.com.vn msb.com.vn seabank.com.vn lpbank.com.vn lienvietpostbank.com.vn ocb.com.vn namabank.com.vn abbank.vn baovietbank.vn bvbank.net.vn
  ncb-bank.vn pvcombank.com.vn kienlongbank.com vietbank.com.vn vietabank.com.vn bacabank.vn baca-bank.vn pgbank.com.vn saigonbank.com.vn scb.com.vn vikkibank.vn dongabank.com.vn gpbank.com.vn cbbank.vn vcbneo.com.vn
  mbv.com.vn oceanbank.vn co-opbank.vn shinhan.com.vn wooribank.com.vn hsbc.com.vn uob.com.vn standardchartered.com.vn timo.vn cake.vn liobank.vn
  vcbs.com.vn bidvmetlife.com.vn agriseco.com.vn tcbs.com.vn mbs.com.vn acbs.com.vn vpbanks.com.vn bic.vn vietinbankcapital.vn
  momo.vn zalopay.vn vnpay.vn vnpayment.vn shopeepay.vn viettelmoney.vn vnptpay.vn vnptmoney.vn napas.com.vn vietqr.io vietqr.net`);

/** Platforms, operators and utilities whose name criminals borrow. */
export const PLATFORM_HOSTS = list(`
  zalo.me zalo.vn zaloapp.com zalo.cloud facebook.com facebook.net fb.com fb.me messenger.com m.me meta.com telegram.org telegram.me t.me telegra.ph tiktok.com youtube.com google.com whatsapp.com viber.com
  viettel.com.vn viettel.vn vietteltelecom.vn viettelpost.com.vn viettelpost.vn vnpt.vn vnpt.com.vn vinaphone.com.vn mobifone.vn evn.com.vn evnhcmc.vn evnhanoi.vn evnspc.vn evngenco1.com.vn npc.com.vn cpc.vn
  shopee.vn lazada.vn tiki.vn ghtk.vn giaohangtietkiem.vn ghn.vn vnpost.vn`);

/** Honest sites whose names carry a word that the rules look for: press of the police and the courts, private services, namesakes abroad. */
export const OTHER_HOSTS = list(`
  cand.com.vn congan.com.vn congannghean.vn conganthanhhoa.vn anninhthudo.vn congandanang.vn cadn.com.vn kiemsat.vn tapchitoaan.vn baohiemxahoidientu.vn thuvienphapluat.vn
  vnexpress.net tuoitre.vn thanhnien.vn dantri.com.vn vietnamnet.vn vietnamnews.vn vietnamplus.vn nhandan.vn qdnd.vn vtv.vn vov.vn laodong.vn plo.vn nld.com.vn
  vibonline.com.vn momo.com.tw momoshop.com.tw evn.at agrobank.com.my facebookblueprint.com telegraph.co.uk`);

/** Suffixes under which anybody gets a name: country second levels, and hosts that give out sub-domains. The label in front of them is the chosen one. */
export const PUBLIC_SUFFIXES = new Set(list(`
  web.app firebaseapp.com pages.dev workers.dev r2.dev netlify.app vercel.app github.io gitlab.io blogspot.com wordpress.com wixsite.com weebly.com webflow.io framer.website framer.app glitch.me herokuapp.com onrender.com
  fly.dev surge.sh repl.co replit.app ngrok.io ngrok-free.app trycloudflare.com duckdns.org ddns.net hopto.org zapto.org sytes.net myftp.org 000webhostapp.com infinityfreeapp.com my.canva.site mystrikingly.com carrd.co
  azurewebsites.net cloudfront.net amazonaws.com backblazeb2.com`));

/** Endings that cost next to nothing and that reported fraud prefers; alone they prove nothing, beside a borrowed name they do. */
export const CHEAP_ENDINGS = new Set(list(`
  top xyz vip cc online site club info live icu shop click link work fun cyou cfd sbs store space website tk ml ga cf gq pw ws buzz monster rest bond lol quest win bid loan men date stream download app dev me asia mobi one today world life pro`));

export const SHORTENERS = new Set(list(`
  bit.ly bitly.com tinyurl.com tiny.one t.co goo.gl cutt.ly cutt.us is.gd v.gd ow.ly buff.ly rb.gy shorturl.at shorturl.asia s.id tiny.cc rebrand.ly bom.so by.com.vn short.gy lnk.ink zi.ma vnurl.xyz t.ly me2.do shope.ee s.shopee.vn
  adf.ly bitly.com.vn linkvertise.com shorten.asia link1s.com rutgon.me t2m.io soo.gd surl.li clck.ru vk.cc u.to 2u.pw n9.cl bl.ink qrco.de me-qr.com gg.gg kutt.it dub.sh x.gd da.gd lihi.cc reurl.cc lnkd.in linktr.ee`));

/** Places where anybody puts files or forms: the host says nothing about who asks. */
export const FILE_SHARES = new Set(list('drive.google.com docs.google.com dropbox.com 1drv.ms onedrive.live.com mediafire.com mega.nz fshare.vn 4shared.com we.tl wetransfer.com gofile.io upanh.org sendspace.com'));
export const FORM_HOSTS = new Set(list('forms.gle forms.office.com typeform.com jotform.com surveymonkey.com surveyheart.com forms.zohopublic.com'));
