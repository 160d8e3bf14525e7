/** Every environment variable, in one place. docs/configuration.md is generated from this table and a test keeps it current. */
export interface Setting {
  readonly name: string;
  readonly kind: 'text' | 'integer' | 'choice' | 'list' | 'addresses' | 'url' | 'postgres-url';
  readonly fallback: string;
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly isSecret?: boolean;
  readonly doc: string;
}

export const SETTINGS = [
  { name: 'DATABASE_URL', kind: 'postgres-url', fallback: '', isSecret: true, doc: 'PostgreSQL ≥ 15, e.g. `postgres://user:password@host:5432/chinhdanh`. Empty: the embedded server in the data folder.' },
  { name: 'CHINHDANH_DATA', kind: 'text', fallback: './data', doc: 'Data folder: embedded database, key file, logs. One process per folder.' },
  { name: 'HOST', kind: 'text', fallback: '127.0.0.1', doc: 'Address to listen on. Sample mode refuses anything but loopback.' },
  { name: 'PORT', kind: 'integer', fallback: '8080', min: 0, max: 65535, doc: 'Port to listen on; 0 picks a free one.' },
  { name: 'PUBLIC_URL', kind: 'url', fallback: '', doc: 'Address under which people reach the service, without a path, e.g. `https://kiemtra.tinhmau.example`. Empty: http on HOST and PORT. With https, HSTS is sent.' },
  { name: 'CHINHDANH_KEYS', kind: 'text', fallback: '', isSecret: false, doc: 'Key file. Empty: `keys.json` in the data folder. Created readable by its owner only (0600) at the first start; back it up apart from the database.' },
  { name: 'SERVICES', kind: 'list', fallback: 'web,worker', choices: ['web', 'worker'], doc: 'What this process runs.' },
  { name: 'SAMPLE', kind: 'choice', fallback: 'auto', choices: ['auto', 'on', 'off'], doc: 'Sample province (invented people). `auto`: loaded when the database is empty and HOST is loopback.' },
  { name: 'PROVINCE', kind: 'text', fallback: '', doc: 'Name of the province or office, shown in the head of each page, e.g. `Tỉnh Mẫu`. Kept at the first start; sample mode has its own.' },
  { name: 'POPULATION', kind: 'integer', fallback: '1500000', min: 1000, max: 100_000_000, doc: 'People of the province. Tells how many bear a common name, which bounds what a name alone may prove.' },
  { name: 'LOG_LEVEL', kind: 'choice', fallback: 'info', choices: ['silent', 'error', 'warn', 'info', 'debug'], doc: 'How much is logged. No level logs message text, phones or accounts.' },
  { name: 'TRUST_PROXY', kind: 'addresses', fallback: '', doc: 'Addresses or networks (`10.0.0.0/8`) of reverse proxies whose X-Forwarded-For is believed, comma-separated. Empty: none; then everybody behind a proxy counts as one address.' },
  { name: 'METRICS_ALLOW', kind: 'addresses', fallback: '127.0.0.1,::1', doc: 'Addresses or networks that may read /metrics. A request that came through a proxy not named in TRUST_PROXY may not.' },
  { name: 'RATE_PER_MINUTE', kind: 'integer', fallback: '600', min: 1, max: 1_000_000, doc: 'Requests a minute from one address (an office, a mobile network) before it is slowed; refused only after eight seconds of waiting.' },
  { name: 'CHECKS_PER_IDENTIFIER', kind: 'integer', fallback: '600', min: 1, max: 1_000_000, doc: 'Checks a minute of one identifier, by everybody together, before answers are slowed.' },
  { name: 'MAX_REQUESTS', kind: 'integer', fallback: '512', min: 8, max: 65535, doc: 'Requests worked on at the same time; more are asked to come back (503).' },
  { name: 'REQUEST_TIMEOUT_MS', kind: 'integer', fallback: '15000', min: 500, max: 600_000, doc: 'A request must have arrived whole after this many milliseconds.' },
  { name: 'STOP_GRACE_MS', kind: 'integer', fallback: '10000', min: 0, max: 120_000, doc: 'How long a stop waits for requests that are being answered.' },
] as const satisfies readonly Setting[];

/** Environment names that start like ours but are not in the table are typing mistakes. */
export const OWN_PREFIX = 'CHINHDANH_';
