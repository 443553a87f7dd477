import { describe, expect, test } from 'vitest';
import { words } from '../../../shared/math/message';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';
import type { Finding } from '../../../shared/rules/rule';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf } from './assess';

const found = (design: Design, rule: string): readonly Finding[] =>
  findingsOf(design).filter((finding) => finding.rule === rule);

const at = (design: Design, rule: string): readonly string[] =>
  found(design, rule).map(({ target }) => target);

describe('writes by anyone', () => {
  const orders = { orders: { kind: 'write', rps: 100 } } as const;

  test('are found in a review, and at once where a part is said to ask nobody', () => {
    const shop = (authentication?: 'none') =>
      sketch({ user: 'client', api: 'service' }, 'user -> api', {
        flows: orders,
        config: { api: authentication === undefined ? {} : { authentication } },
      });
    expect(found(shop(), 'unauthenticated-writes').map(({ stage }) => stage)).toEqual(['review']);
    expect(found(shop('none'), 'unauthenticated-writes').map(({ stage }) => stage)).toEqual(['broken']);
  });

  test('are not those of a clock, nor those that a queue takes before any code does', () => {
    const nightly = sketch({ clock: 'scheduler', api: 'service' }, 'clock -> api', {
      flows: { nightly: { kind: 'write', entry: 'clock', rps: 1 } },
    });
    const queued = sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
      flows: orders,
    });
    expect(at(nightly, 'unauthenticated-writes')).toEqual([]);
    expect(at(queued, 'unauthenticated-writes')).toEqual([]);
  });

  test('are not fixed by the password of a database', () => {
    const design = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      flows: orders,
      config: { db: { authentication: 'token' } },
    });
    expect(at(design, 'unauthenticated-writes')).toEqual(['orders']);
  });

  test('are asked about where a gateway stands, of a partner by certificate, of people by token', () => {
    const patchOf = (source: string) => {
      const design = sketch(
        { caller: source, lb: 'load-balancer', gate: 'api-gateway', api: 'service' },
        'caller -> lb -> gate -> api',
        { flows: { orders: { kind: 'write', entry: 'caller', rps: 100 } } },
      );
      return found(design, 'unauthenticated-writes')[0]?.quickFix?.changes;
    };
    const change = { op: 'patch-config', id: 'gate' };
    expect(patchOf('client')).toEqual([{ ...change, patch: { authentication: 'token' } }]);
    expect(patchOf('partner')).toEqual([{ ...change, patch: { authentication: 'mutual-tls' } }]);
  });

  test('are asked about at the way in, even where a part further inside asks already', () => {
    const design = sketch({ shop: 'partner', api: 'service', ledger: 'service' }, 'shop -> api -> ledger', {
      flows: { reads: { entry: 'shop' } },
      config: { ledger: { authentication: 'api-key' } },
    });
    expect(found(design, 'partner-without-mutual-tls')[0]?.quickFix?.changes).toEqual([
      { op: 'patch-config', id: 'api', patch: { authentication: 'mutual-tls' } },
    ]);
  });

  test('of a partner are one finding, not two', () => {
    const design = sketch({ shop: 'partner', api: 'service' }, 'shop -> api', {
      flows: { orders: { kind: 'write', entry: 'shop', rps: 100 } },
    });
    expect(at(design, 'unauthenticated-writes')).toEqual(['orders']);
    expect(at(design, 'partner-without-mutual-tls')).toEqual([]);
  });
});

describe('what the public can reach', () => {
  test('is found at each way in, also behind a name server in line, and once for two that call the same', () => {
    const design = sketch(
      {
        user: 'client',
        app: 'client',
        shop: 'client',
        dns: 'dns',
        lb: 'load-balancer',
        gate: 'api-gateway',
        api: 'service',
      },
      'user -> dns -> lb -> api, app -> gate -> api, shop -> gate',
      { config: { api: { replicas: 8 } } },
    );
    expect(at(design, 'no-rate-limit')).toEqual(['lb', 'gate']);
    expect(at(design, 'no-web-firewall')).toEqual(['lb', 'gate']);
  });

  test('is guarded by any part before the code, and by a part of the kind that does nothing else', () => {
    const design = sketch(
      { user: 'client', waf: 'waf', lb: 'load-balancer', api: 'service' },
      'user -> waf -> lb -> api',
      { config: { lb: { rateLimitRps: 5000 } } },
    );
    expect(at(design, 'no-web-firewall')).toEqual([]);
    expect(at(design, 'no-rate-limit')).toEqual([]);
  });

  test('needs no firewall for requests that it could not read', () => {
    const design = sketch({ user: 'client', game: 'service' }, 'user -> game', {
      edges: { 'user -> game': { protocol: 'udp', tls: true } },
    });
    expect(at(design, 'no-web-firewall')).toEqual([]);
    expect(at(design, 'no-rate-limit')).toEqual(['game']);
  });

  test('is limited to twice its peak, or to the surge that is expected, in two digits', () => {
    const limitWith = (spikeFactor?: number) => {
      const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
        flows: { reads: { rps: 1166 } },
        ...(spikeFactor !== undefined && { system: { workload: { spikeFactor } } }),
      });
      return found(design, 'no-rate-limit')[0]?.quickFix?.changes;
    };
    const change = { op: 'patch-config', id: 'api' };
    // 1 166 × 2 = 2 332
    expect(limitWith()).toEqual([{ ...change, patch: { rateLimitRps: 2400 } }]);
    // 1 166 × 5 = 5 830
    expect(limitWith(5)).toEqual([{ ...change, patch: { rateLimitRps: 5900 } }]);
  });
});

describe('plain text inside', () => {
  const between = (one: 'zone' | 'region') =>
    sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      edges: { 'api -> db': { protocol: 'sql' } },
      nodes: { api: { group: 'a' }, db: { group: 'b' } },
      system: {
        groups: [
          { id: 'a', kind: one },
          { id: 'b', kind: one },
        ],
      },
    });

  test('is a remark between zones and a warning between regions', () => {
    expect(found(between('zone'), 'plaintext-across-zones')).toMatchObject([
      { target: 'api-db', severity: 'info' },
    ]);
    expect(found(between('region'), 'plaintext-across-zones')).toMatchObject([
      { target: 'api-db', severity: 'warning' },
    ]);
  });

  test('is not reported twice where it leaves for the internet', () => {
    const design = applyChanges(between('region'), [
      { op: 'patch-edge', id: 'api-db', patch: { network: 'internet' } },
    ]);
    expect(at(design, 'plaintext-on-the-internet')).toEqual(['api-db']);
    expect(at(design, 'plaintext-across-zones')).toEqual([]);
  });
});

describe('sensitive data', () => {
  test('is named by the worst of it, and card numbers as tokens are none', () => {
    const kept = (tokenized: boolean) =>
      sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
        config: {
          db: { dataClasses: ['personal', 'payment-card', 'health'], tokenized, encryptedAtRest: false },
        },
      });
    expect(found(kept(false), 'unencrypted-at-rest')[0]?.values['data']).toEqual(words('payment card data'));
    expect(found(kept(true), 'unencrypted-at-rest')[0]?.values['data']).toEqual(words('health data'));
    expect(at(kept(true), 'card-data-without-tokens')).toEqual([]);
  });

  test('is taken to be encrypted by a provider who says nothing, and not by one’s own servers', () => {
    const carried = (technology: string) =>
      sketch({ user: 'client', api: 'service', events: 'stream' }, 'user -> api ~> events', {
        nodes: { events: { technology } },
        config: { events: { dataClasses: ['personal'] } },
      });
    expect(at(carried('Kinesis'), 'unencrypted-at-rest')).toEqual([]);
    expect(at(carried('Kafka'), 'unencrypted-at-rest')).toEqual(['events']);
  });

  test('raises two questions, and money or stock none', () => {
    const keeping = (data: 'personal' | 'money') =>
      sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
        config: { db: { dataClasses: [data], encryptedAtRest: true } },
      });
    const asked = (design: Design) =>
      [...at(design, 'access-reviews'), ...at(design, 'intrusion-detection')].length;
    expect(asked(keeping('money'))).toBe(0);
    expect(asked(keeping('personal'))).toBe(2);
  });
});

test('a newcomer with a client, a service and a database is asked one thing about security and observability', () => {
  const design = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db');
  const asked = [
    'secret-manager',
    'no-mutual-tls',
    'access-reviews',
    'intrusion-detection',
    'burn-rate-alerts',
    'safe-deployment',
    'business-metrics',
  ];
  const questions = findingsOf(design).filter(({ stage }) => stage === 'question');
  expect(questions.map(({ rule }) => rule).filter((rule) => asked.includes(rule))).toEqual([
    'secret-manager',
  ]);
});
