import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/**
 * What every bench prints: the machine, under what conditions, and each figure with the limit or peer beside it. A figure that misses its limit is
 * printed as missed (design: a figure not reached is written down as not reached). `--json` prints the same as one line of JSON.
 */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** From the list of figures to reach; absent: measured for information. */
  readonly limit?: { readonly atMost: number } | { readonly atLeast: number };
  /** The same measured on something comparable in this run. */
  readonly peer?: { readonly name: string; readonly value: number };
}
export interface Grid { readonly title: string; readonly head: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] }
export interface Report {
  readonly bench: string;
  /** What was switched on, what was raised or left out: whatever a reader needs to believe or repeat the figures. */
  readonly conditions: readonly string[];
  readonly figures: readonly Figure[];
  readonly grids?: readonly Grid[];
  /** Server version where a database took part. */
  readonly postgres?: string;
}

export interface Machine { readonly cpu: string; readonly cores: number; readonly memoryGiB: number; readonly load: number; readonly system: string; readonly node: string }

/** `load`: work that others do on this machine at the same moment; above the number of cores no time here means much. */
export function machine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() || 'unknown processor', cores: availableParallelism(), memoryGiB: Math.round(totalmem() / 2 ** 30), load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    system: `${type()} ${release()}`, node: process.versions.node,
  };
}
/** Taken when the bench begins: its own work must not count as somebody else's. */
const MACHINE = machine();

export const isReached = ({ value, limit }: Figure): boolean | null => (!limit ? null : 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast);

export function report(result: Report): void {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ ...result, machine: MACHINE, figures: result.figures.map((f) => ({ ...f, isReached: isReached(f) })) })}\n`);
    return;
  }
  const { cpu, cores, memoryGiB, load, system, node } = MACHINE;
  const lines = [`## ${result.bench}`, `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}${result.postgres ? `, PostgreSQL ${result.postgres}` : ''}; load before the run ${load}`, ...result.conditions.map((c) => `- ${c}`)];
  for (const { title, head, rows } of result.grids ?? []) lines.push('', title, ...draw(head, rows));
  lines.push('', ...draw(['figure', 'measured', 'limit', 'peer in this run', ''], result.figures.map(rowOf)));
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

function rowOf(figure: Figure): string[] {
  const { name, value, unit, limit, peer } = figure;
  const says = (n: number): string => `${show(n)} ${unit}`;
  const reached = isReached(figure);
  return [name, says(value), !limit ? '' : 'atMost' in limit ? `≤ ${says(limit.atMost)}` : `≥ ${says(limit.atLeast)}`, peer ? `${peer.name}: ${says(peer.value)}` : '', reached === null ? '' : reached ? 'reached' : 'NOT REACHED'];
}

/** Three figures that mean something: 12,345 · 345 · 34.5 · 3.45 */
export function show(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function draw(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const cells = [head, ...rows].map((row) => row.map((cell) => (typeof cell === 'number' ? show(cell) : cell)));
  const widths = head.map((_, i) => Math.max(...cells.map((row) => (row[i] ?? '').length)));
  const isNumeric = head.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number'));
  const line = (row: readonly string[]): string => `| ${row.map((cell, i) => (isNumeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`;
  return [line(cells[0] ?? []), `| ${widths.map((w, i) => (isNumeric[i] ? `${'-'.repeat(w - 1)}:` : '-'.repeat(w))).join(' | ')} |`, ...cells.slice(1).map(line)];
}

/** The value below which `share` of the sorted values lie (nearest rank). NaN when there is none. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted.length === 0 ? Number.NaN : (sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN);
}
export const median = (values: readonly number[]): number => percentile(values.toSorted((a, b) => a - b), 0.5);

/** mulberry32: small, seeded, so that two runs ask the same. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
