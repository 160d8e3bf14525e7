import { connect } from 'node:net';

export interface Reply { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** Bytes as an attacker sends them. Resolves with everything that came back when the server has closed the connection. */
export function raw(url: string, bytes: string | Buffer, options: { halfClose?: boolean; localAddress?: string } = {}): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true, ...(options.localAddress ? { localAddress: options.localAddress } : {}) });
    socket.on('connect', () => { if (options.halfClose) socket.end(bytes); else socket.write(bytes); });
    socket.on('data', (chunk: Buffer) => { parts.push(chunk); });
    socket.on('end', () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(parts).toString()));
  });
}

/** The first answer in what `raw` returns. */
export function parseReply(text: string): Reply {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(lines.map((l) => [l.slice(0, l.indexOf(':')).toLowerCase(), l.slice(l.indexOf(':') + 1).trim()]));
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') };
}

/** One request in raw form, the connection closed after it. */
export const request = (line: string, headers: readonly string[] = [], body: string | Buffer = ''): Buffer =>
  Buffer.concat([Buffer.from([`${line} HTTP/1.1`, 'host: localhost', 'connection: close', ...headers, '', ''].join('\r\n')), Buffer.from(body)]);

export const post = (path: string, type: string, body: string | Buffer, headers: readonly string[] = []): Buffer =>
  request(`POST ${path}`, [`content-type: ${type}`, `content-length: ${Buffer.byteLength(body)}`, ...headers], body);
