import { once } from 'node:events';
import Fastify from 'fastify';

/** The ceiling: Fastify with one route that parses the same request and sends an answer of the same size, and does nothing else. Its parent sends the size, it sends its address. */
const [size] = await once(process, 'message') as [number]; // sent by check-load, from our own process
const app = Fastify({ logger: false });
const answer = { outcome: 'unverified', filling: 'x'.repeat(Math.max(0, size - 40)) };
app.post('/api/v1/checks', (_request, reply) => { reply.code(201).send(answer); });
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
