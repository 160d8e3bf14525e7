import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { addressKey } from './rate.ts';

/**
 * Bounds on open connections. A browser opens six, an office of some hundred people behind one address comes by far within these; somebody who opens
 * thousands and sends a byte now and then wants to keep everybody else out.
 */
export interface ConnectionLimits { readonly perAddress: number; readonly total: number }
export const CONNECTION_LIMITS: ConnectionLimits = { perAddress: 256, total: 8192 };

/** `exempt`: proxies, who come for everybody from one address. This machine itself is exempt for the same reason. */
export function limitConnections(server: Server, limits: ConnectionLimits, exempt: (address: string) => boolean): void {
  server.maxConnections = limits.total;
  // Node's own setting, without a type: whoever closes his half after the request still gets his answer, instead of a deed done and nothing said.
  Object.assign(server, { httpAllowHalfOpen: true });
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1' || exempt(address)) return;
    const key = addressKey(address);
    const count = (open.get(key) ?? 0) + 1;
    if (count > limits.perAddress) { socket.destroy(); return; }
    open.set(key, count);
    socket.once('close', () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    });
  });
}
