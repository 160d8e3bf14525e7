// Holds the embedded database of a folder as the program does, until it is told "stop" or killed. Usage: node hold-database.mjs DIST DATADIR
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist, dataDir] = process.argv.slice(2);
const at = (...parts) => pathToFileURL(join(dist, ...parts)).href;
const { lockFolder } = await import(at('platform', 'lock', 'index.js'));
const { openDatabase } = await import(at('platform', 'db', 'index.js'));
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
try {
  const lock = await lockFolder(dataDir, () => new Date());
  const database = await openDatabase({ databaseUrl: null, dataDir }, { warn: (event, fields) => say({ event, ...fields }) });
  const { rows } = await database.pool.query('select pg_backend_pid() as backend');
  say({ event: 'ready', url: database.connectionString(), ...rows[0] });
  process.stdin.once('data', async () => { await database.stop(); await lock.release(); process.exit(0); });
} catch (error) {
  say({ event: 'refused', code: error.code ?? error.message, params: error.params });
  process.exit(69);
}
