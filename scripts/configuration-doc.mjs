// Writes docs/configuration.md from the configuration schema.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, ensureBuilt } from './lib.mjs';

ensureBuilt();
const { configurationDoc } = await import('../dist/platform/config/index.js');
writeFileSync(join(ROOT, 'docs', 'configuration.md'), configurationDoc());
