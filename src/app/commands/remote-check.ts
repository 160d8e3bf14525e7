import type { Locale } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import type { CheckBody, CheckView } from '#modules/checks/check.contract.ts';
import { UsageError } from './io.ts';

const TIMEOUT_MS = 20_000;

/** Asks a running server. Throws `server.unreachable`, or the server's own error by its code. */
export async function postCheck(server: string, body: CheckBody, locale: Locale): Promise<{ view: CheckView; url: string }> {
  if (!URL.canParse(server) || !/^https?:$/.test(new URL(server).protocol)) throw new UsageError(`--server: phải là địa chỉ http(s) / must be an http(s) address`);
  const base = server.replace(/\/+$/, '');
  let response: Response;
  try {
    response = await fetch(`${base}/api/v1/checks`, {
      method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': locale },
    });
  } catch (cause) {
    throw new DomainError('server.unreachable', { server: base }, { cause });
  }
  const answer = (await response.json().catch(() => null)) as (CheckView & { code?: unknown; errors?: { pointer?: unknown }[] }) | null; // our own API; used fields are checked
  if (response.status === 201 && typeof answer?.checkId === 'string') return { view: answer, url: `${base}/k/${answer.checkId}` };
  if (typeof answer?.code !== 'string') throw new DomainError('server.unreachable', { server: base });
  const pointer = answer.errors?.[0]?.pointer;
  throw new DomainError(answer.code, { field: typeof pointer === 'string' ? pointer.slice(1) : '', limit: 0 });
}
