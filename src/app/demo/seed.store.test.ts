import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANONYMOUS } from '#kernel/actor.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { createChecks, type Checks } from '#modules/checks/index.ts';
import type { CheckBody } from '#modules/checks/check.contract.ts';
import { decide } from '#modules/checks/check.rules.ts';
import { readRequest } from '#modules/checks/check.reader.ts';
import { factsOf } from '#modules/checks/evaluate-check.ts';
import { createOfficials, findFacts, listDirectory } from '#modules/officials/index.ts';
import { createOrg } from '#modules/org/index.ts';
import { createKeys } from '#platform/crypto/index.ts';
import { createUnitOfWork } from '#platform/db/index.ts';
import { createRateLimiter } from '#platform/http/index.ts';
import { createI18n } from '#platform/i18n/index.ts';
import { createMetrics } from '#platform/metrics/index.ts';
import { databases, freshDatabase, type FreshDatabase } from '../../../tests/helpers/database.ts';
import { sampleKnowledge } from '../../../tests/golden/checks/knowledge.ts';
import { SCENARIOS } from '../../../tests/golden/checks/scenarios.ts';
import { seedSample, type SampleModules } from './seed.ts';

const TABLES = ['org_unit', 'org_unit_version', 'org_succession', 'official', 'official_position', 'genuine_channel', 'no_account_declaration', 'official_statement', 'known_identifier'];

describe.each(databases())('the sample province on $name', (server) => {
  let database: FreshDatabase;
  let modules: SampleModules & { readonly checks: Checks };
  const clock = fixedClock('2026-11-24T07:00:00Z');
  const anybody: Context = { actor: ANONYMOUS, requestId: 'test', clock, locale: 'vi' };
  const loader: Context = { ...anybody, actor: { kind: 'system', name: 'sample' } };
  const dump = async (): Promise<Record<string, unknown>> => {
    const out: Record<string, unknown> = {};
    for (const table of TABLES) out[table] = (await database.pool.query(`select to_jsonb(t) - 'created_at' - 'updated_at' as row from ${table} t order by 1`)).rows;
    return out;
  };

  beforeAll(async () => {
    database = await freshDatabase(server);
    const { db } = database;
    const uow = createUnitOfWork(db);
    modules = {
      org: createOrg({ db, uow }), officials: createOfficials({ db, uow }),
      checks: createChecks({
        db, unitOfWork: uow, keys: createKeys(Buffer.alloc(32, 7)), i18n: createI18n({ vi: {}, en: {} }), metrics: createMetrics(), identifierLimiter: createRateLimiter(1_000_000, 10_000),
        register: { findFacts: (keys, now) => findFacts(db, keys, now), listDirectory: (today) => listDirectory(db, today) },
      }),
    };
    await seedSample(loader, modules);
  });
  afterAll(() => database.drop());

  test('loading it a second time changes nothing', async () => {
    const before = await dump();
    clock.advance(60_000);
    await seedSample(loader, modules);
    expect(await dump()).toEqual(before);
  });

  test('every scenario is answered from the database as from the rows themselves', async () => {
    await modules.checks.refreshDirectory(clock.now());
    const knowledge = sampleKnowledge(clock.now());
    const different: string[] = [];
    for (const { id, request } of SCENARIOS) {
      const [stored, pure] = [await told(modules.checks, anybody, request), fromRows(request, knowledge, clock.now())];
      if (JSON.stringify(stored) !== JSON.stringify(pure)) different.push(`${id}: ${JSON.stringify(stored)} but ${JSON.stringify(pure)}`);
    }
    expect(different).toEqual([]);
  });
});

type Told = readonly (string | boolean | null)[];
const refusal = (error: unknown): Told => {
  if (error instanceof DomainError) return [error.code, String(error.params['field'])];
  throw error;
};

async function told(checks: Checks, ctx: Context, request: CheckBody): Promise<Told> {
  try {
    const { view } = await checks.check(ctx, request, 'api');
    return [view.outcome, view.isQuiet, view.official?.name.split(' ').at(-1) ?? null, ...view.reasons.map((r) => r.code)];
  } catch (error) { return refusal(error); }
}

function fromRows(request: CheckBody, knowledge: ReturnType<typeof sampleKnowledge>, now: Date): Told {
  try {
    const decision = decide(factsOf(readRequest(request), knowledge, now));
    return [decision.outcome, decision.isQuiet, knowledge.directory.entry(decision.officialRef ?? '')?.fullName.split(' ').at(-1) ?? null, ...decision.reasons.map((r) => r.code)];
  } catch (error) { return refusal(error); }
}
