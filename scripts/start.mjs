// npm start: install what is missing, build what is stale, serve.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ROOT, ensureBuilt, ensureInstalled, requireNode } from './lib.mjs';

requireNode();
ensureInstalled();
ensureBuilt();
// A signal to npm alone ends npm and its shell, which do not pass it on: the server would run on unseen. Losing them is taken as the wish to stop.
if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
  const parent = process.ppid;
  const watch = setInterval(() => { if (process.ppid !== parent) { clearInterval(watch); process.kill(process.pid, 'SIGTERM'); } }, 500);
  watch.unref();
}
process.argv.splice(2, process.argv.length - 2, 'serve', ...process.argv.slice(2));
await import(pathToFileURL(join(ROOT, 'dist', 'app', 'main.js')).href);
