// Speed of engine/identifiers on ordinary and hostile input, in microseconds of processor time a call. Needs the built program: npm run build && node bench/identifiers/speed.mjs [--json]
// Figures: `readIdentifier` on a hostile text of 2 KB below 1 ms; findBanks linear: 100 KB in at most 25 times the time of 10 KB (quadratic would be 100; the rest is room for garbage collection).
import { availableParallelism, cpus, loadavg } from 'node:os';
import { findBanks, imitates, readIdentifier, readVietQr, writeVietQr } from '#engine/identifiers/index.ts';

const to2k = (unit) => unit.repeat(Math.ceil(2048 / unit.length)).slice(0, 2048);
const ORDINARY = ['0912 345 678', '+84 912.345.678', '1023456789012', '99MM24011M34875080', 'https://www.facebook.com/profile.php?id=100012345678901', 'zalo.me/0912345678', 'https://congan.quangtri.gov.vn/tin', 'https://vneid-capnhat.top/app.apk', 'van.thu@sxd.tinhmau.gov.vn', 'Anh đang họp, lát gọi lại em nhé'];
const HOSTILE = {
  digits: to2k('0'), 'letters for digits': to2k('Ol '), brackets: to2k('('), dots: `${to2k('a.').slice(0, 2000)}vn`, 'at signs': to2k('x@'), marks: to2k('\u0301'), percent: `fb.com/${to2k('%41').slice(0, 2000)}`, 'long host': `https://${to2k('vietcombank.com.vn.').slice(0, 2000)}top`,
  'known words': `https://${'vcbdigihuyxacthuc'.repeat(3)}.${'acbotp'.repeat(10)}.${'conganxa'.repeat(7)}.top`, 'bracketed dots': `h${to2k('[.]').slice(0, 2000)}vn`, installers: `https://a.top/${to2k('.apkx').slice(0, 2000)}`, 'mail domain': `a@${to2k('b.').slice(0, 2000)}vn`, pluses: to2k('+'), 'accents in a host': `https://${'ạ'.repeat(50)}.${'ạ'.repeat(50)}.vn`,
};
const TEXTS = { 'ngan hang': 'ngan hang ', 'one letter': 'a ', 'short code': 'mb ', 'half a name': 'vietcomban ', 'separators': 'sai gon - - ', digits: '1' };

const spent = () => { const { user, system } = process.cpuUsage(); return user + system; };
/** Processor time, so that other work on the machine does not count: median of five rounds, each at least 40 ms long, after warming up. */
function micros(work) {
  for (let i = 0; i < 20; i += 1) work();
  const rounds = [];
  for (let round = 0; round < 5; round += 1) {
    let calls = 0;
    const began = spent();
    do { work(); calls += 1; } while (spent() - began < 40_000);
    rounds.push((spent() - began) / calls);
  }
  return rounds.sort((a, b) => a - b)[2];
}

const rows = [];
const add = (name, value, limit) => rows.push({ name, value: Math.round(value * 10) / 10, unit: 'µs', ...(limit === undefined ? {} : { limit: { atMost: limit }, isReached: value <= limit }) });
add('readIdentifier, ordinary, mean of ten', micros(() => { for (const text of ORDINARY) readIdentifier(text); }) / ORDINARY.length, 100);
for (const [name, text] of Object.entries(HOSTILE)) add(`readIdentifier, hostile 2 KB: ${name}`, micros(() => readIdentifier(text)), 1000);
add('imitates, foreign host', micros(() => imitates('xacthuc-thongtin-khachhang.example.top')), 500);
const payload = writeVietQr({ bin: '970436', account: '0900000101', amount: 50000, purpose: 'ung ho dong bao' });
add('readVietQr', micros(() => readVietQr(payload)), 100);
for (const [name, unit] of Object.entries(TEXTS)) {
  const [small, large] = [10_000, 100_000].map((length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
  const short = micros(() => findBanks(small));
  add(`findBanks, 100 KB of ${name}`, micros(() => findBanks(large)), Math.max(2000, short * 25));
}

const machine = { cpu: cpus()[0]?.model.trim(), cores: availableParallelism(), node: process.versions.node, load: loadavg()[0]?.toFixed(1) };
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ bench: 'identifiers', machine, figures: rows })}\n`);
else {
  console.log(`## identifiers\n${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; load ${machine.load}\n`);
  for (const { name, value, limit, isReached } of rows) console.log(`| ${name.padEnd(52)} | ${String(value).padStart(9)} µs | ${limit ? `≤ ${Math.round(limit.atMost)} µs ${isReached ? 'reached' : 'NOT REACHED'}` : ''} |`);
}
