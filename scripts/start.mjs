// npm start: install what is missing, build what is stale, serve.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ROOT, ensureBuilt, ensureInstalled, requireNode } from './lib.mjs';

requireNode();
ensureInstalled();
ensureBuilt();
process.argv.splice(2, process.argv.length - 2, 'serve', ...process.argv.slice(2));
await import(pathToFileURL(join(ROOT, 'dist', 'app', 'main.js')).href);
