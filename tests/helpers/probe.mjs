// Somebody else's requests during an attack, from a process of its own so that only the server's waiting is measured. Usage: node probe.mjs URL
// Until "stop" comes in: one check and one page in turn over open connections. Prints {count, failed, longestMs, p99Ms}.
import { Agent, request } from 'node:http';

const url = process.argv[2];
const agent = new Agent({ keepAlive: true, maxSockets: 2 });
const took = [];
const failed = [];
const state = { isStopped: false };

function ask(path, body) {
  return new Promise((done) => {
    const began = performance.now();
    const end = (status) => { took.push(performance.now() - began); if (status !== 200 && status !== 201) failed.push(status); done(); };
    const sent = request(`${url}${path}`, { agent, method: body ? 'POST' : 'GET', headers: body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {} }, (response) => {
      response.resume();
      response.once('end', () => end(response.statusCode));
    });
    sent.on('error', (error) => end(error.code ?? 'error'));
    sent.end(body);
  });
}

process.stdin.on('data', () => { state.isStopped = true; });
process.stdin.on('end', () => { state.isStopped = true; });
const check = JSON.stringify({ text: 'Anh Hùng đây, anh đang họp, em chuyển gấp 30 triệu vào 0123456789 MB NGUYEN VAN A' });
while (!state.isStopped) {
  await ask('/api/v1/checks', check);
  await ask('/');
  await new Promise((done) => { setTimeout(done, 10); });
}
took.sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ count: took.length, failed, longestMs: took.at(-1) ?? 0, p99Ms: took[Math.floor(took.length * 0.99)] ?? 0 }));
process.exit(0);
