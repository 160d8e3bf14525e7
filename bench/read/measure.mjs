// Figures of a reader on labelled messages: AUC, recall at fixed false alarms, calibration, entities and signs. Pure; rows as in tests/golden/messages.
export const sum = (list) => list.reduce((a, b) => a + b, 0);

/** Area under the ROC curve by ranks, ties shared. */
export function auc(scores, labels) {
  const order = scores.map((s, i) => [s, labels[i]]).sort((a, b) => a[0] - b[0]);
  let rankSum = 0;
  for (let i = 0; i < order.length;) {
    let j = i;
    while (j < order.length && order[j][0] === order[i][0]) j += 1;
    for (let k = i; k < j; k += 1) if (order[k][1]) rankSum += (i + j + 1) / 2;
    i = j;
  }
  const positive = labels.filter(Boolean).length;
  const negative = labels.length - positive;
  return (rankSum - (positive * (positive + 1)) / 2) / (positive * negative);
}

/** Share of frauds found when at most `share` of the benign messages may be called fraud. */
export function recallAt(scores, labels, share) {
  const benign = scores.filter((_, i) => !labels[i]).sort((a, b) => b - a);
  const allowed = Math.floor(benign.length * share + 1e-9);
  const threshold = benign[allowed] ?? -Infinity;
  const fraud = scores.filter((_, i) => labels[i]);
  return fraud.filter((s) => s > threshold).length / fraud.length;
}

export const brier = (scores, labels) => sum(scores.map((s, i) => (s - (labels[i] ? 1 : 0)) ** 2)) / scores.length;

/** Expected calibration error, ten equal bins. */
export function ece(scores, labels, bins = 10) {
  let out = 0;
  for (let b = 0; b < bins; b += 1) {
    const inside = scores.map((_, i) => i).filter((i) => Math.min(bins - 1, Math.floor(scores[i] * bins)) === b);
    if (inside.length === 0) continue;
    out += (Math.abs(sum(inside.map((i) => scores[i])) / inside.length - sum(inside.map((i) => (labels[i] ? 1 : 0))) / inside.length) * inside.length) / scores.length;
  }
  return out;
}

/** Exact-value F1 by type over all rows: multiset of values, as many times as they stand in the text. */
export function entityScores(rows, readings) {
  const types = {};
  rows.forEach((row, i) => {
    const wanted = row.entities.map((e) => `${e.type}\t${normal(e)}`);
    const got = readings[i].entities.map((e) => `${e.type}\t${normal(e)}`);
    const left = [...wanted];
    for (const g of got) {
      const type = g.split('\t')[0];
      const t = (types[type] ??= { tp: 0, fp: 0, fn: 0, misses: [] });
      const at = left.indexOf(g);
      if (at >= 0) { left.splice(at, 1); t.tp += 1; } else { t.fp += 1; t.misses.push(`+ ${row.id} ${g.split('\t')[1]}`); }
    }
    for (const l of left) { const type = l.split('\t')[0]; const t = (types[type] ??= { tp: 0, fp: 0, fn: 0, misses: [] }); t.fn += 1; t.misses.push(`- ${row.id} ${l.split('\t')[1]}`); }
  });
  for (const t of Object.values(types)) t.f1 = (2 * t.tp) / (2 * t.tp + t.fp + t.fn || 1);
  return types;
}
const BANK_SAME = { VTP: 'VTLMONEY' };
const normal = (e) => (e.type === 'bank' ? (BANK_SAME[e.value] ?? e.value) : e.type === 'time' ? String(e.value).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').toLowerCase().replaceAll('o', '0').replace(/[li]/g, '1') : String(e.value));

export function signScores(rows, readings) {
  const codes = {};
  rows.forEach((row, i) => {
    const wanted = new Set(row.parts);
    const got = new Set(readings[i].signs.map((s) => s.code));
    for (const c of new Set([...wanted, ...got])) {
      const t = (codes[c] ??= { tp: 0, fp: 0, fn: 0, misses: [] });
      if (wanted.has(c) && got.has(c)) t.tp += 1;
      else if (got.has(c)) { t.fp += 1; t.misses.push(`+ ${row.id}`); } else { t.fn += 1; t.misses.push(`- ${row.id}`); }
    }
  });
  const all = Object.values(codes);
  const tp = sum(all.map((c) => c.tp));
  for (const t of all) t.f1 = (2 * t.tp) / (2 * t.tp + t.fp + t.fn || 1);
  return { micro: (2 * tp) / (2 * tp + sum(all.map((c) => c.fp + c.fn)) || 1), codes };
}
