import { describe, expect, test } from 'vitest';
import type { Design } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf, idsOf } from './assess';

const shownAtOnce = (design: Design): readonly string[] =>
  idsOf(findingsOf(design).filter(({ stage }) => stage === 'broken' || stage === 'unfinished'));
const questions = (design: Design): readonly string[] =>
  idsOf(findingsOf(design).filter(({ stage }) => stage === 'question'));

const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;
const cached = { ...kinds, cache: 'cache' } as const;
const onMiss = { 'api -> db': { onMissOf: 'cache' } };
const growing: Readonly<Record<string, Design>> = {
  'a client': sketch({ user: 'client' }, ''),
  'a client and a service': sketch({ user: 'client', api: 'service' }, 'user -> api'),
  'a database behind it': sketch(kinds, 'user -> api -> db'),
  'a cache beside it': sketch(cached, 'user -> api -> cache, api -> db', { edges: onMiss }),
  'a load balancer in front': sketch(
    { ...cached, lb: 'load-balancer' },
    'user -> lb -> api -> cache, api -> db',
    { edges: onMiss },
  ),
  'a queue, a worker and a place for what fails': sketch(
    { ...kinds, jobs: 'queue', runner: 'worker', failed: 'dead-letter-queue' },
    'user -> api -> db, api ~> jobs -> runner, jobs -> failed',
    { edges: { 'jobs -> failed': { weight: 0.001 } } },
  ),
};

describe.each(Object.entries(growing))('a newcomer who has drawn %s', (_, design) => {
  test('has no finding of anything that is wrong', () => {
    expect(shownAtOnce(design)).toEqual([]);
  });
});

describe('what is asked', () => {
  const operations = ['automated-recovery', 'load-tested', 'infrastructure-as-code'];
  const promised = (system: object, flow: object = {}) =>
    sketch({ ...kinds, mail: 'service' }, 'user -> api -> db, api -> mail', {
      flows: { reads: flow },
      system,
    });

  test('of a client, a service and a database is one thing', () => {
    expect(questions(sketch(kinds, 'user -> api -> db'))).toEqual(['secret-manager']);
  });

  test('of how it is run waits for an availability target, or for another target and two services', () => {
    const asked = (design: Design) => questions(design).filter((id) => operations.includes(id));
    expect(asked(promised({}))).toEqual([]);
    expect(asked(promised({ targets: { monthlyCostUsd: 1e6 } }))).toHaveLength(3);
    expect(asked(promised({}, { targets: { p99Ms: 500 } }))).toHaveLength(3);
    const alone = (targets: object) => sketch(kinds, 'user -> api -> db', { system: { targets } });
    expect(asked(alone({ p99Ms: 500 }))).toEqual([]);
    expect(asked(alone({ availability: 0.99 }))).toHaveLength(3);
  });
});
