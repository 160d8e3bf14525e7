/** The contract paths of a check, for flow tests against the running program. */
export interface Answered { readonly status: number; readonly checkId: string | null; readonly headers: Headers }

export async function postCheck(url: string, text: string, key?: string): Promise<Answered> {
  const response = await fetch(`${url}/api/v1/checks`, { method: 'POST', headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) }, body: JSON.stringify({ text }) });
  const body = (await response.json()) as { checkId?: unknown };
  return { status: response.status, checkId: typeof body.checkId === 'string' ? body.checkId : null, headers: response.headers };
}

export async function getStatus(url: string, path: string): Promise<number> {
  const response = await fetch(`${url}${path}`, { redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}
