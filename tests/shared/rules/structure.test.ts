import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { messageOf, partNames } from '../../../shared/rules/finding-text';
import { ruleOf } from '../../../shared/rules/index';
import type { Finding } from '../../../shared/rules/rule';
import { sketch } from '../../../shared/rules/sketch';

/** What is found without a single figure. */
function found(design: Design, rule: string): readonly string[] {
  const only = ruleOf(rule);
  if (only === undefined) throw new Error(`there is no rule ${rule}`);
  const context = { design: resolve(design), analysis: null, errors: [] };
  return evaluateRules(context, [only]).findings.map(({ target }) => target);
}

/** What is reported while one draws; the rest is for a review. */
const isShownAtOnce = ({ stage }: Finding): boolean => stage === 'broken' || stage === 'unfinished';

test('a sketch of plain boxes, in circles and apart, has no findings', () => {
  const design = sketch(
    { shop: 'custom', bank: 'custom', post: 'custom', alone: 'custom' },
    'shop -> bank -> post -> shop, bank -> bank',
  );
  expect(evaluateRules({ design: resolve(design), analysis: null, errors: [] }).findings).toEqual([]);
});

test('plain boxes between modelled parts carry the traffic on and close no cycle', () => {
  const design = sketch({ user: 'client', box: 'custom', api: 'service' }, 'user -> box -> api -> box');
  const { findings } = evaluateRules({ design: resolve(design), analysis: null, errors: [] });
  expect(findings.filter(isShownAtOnce)).toEqual([]);
});

describe('orphans', () => {
  test('in a circle that nothing reaches are one finding at its first member', () => {
    const design = sketch(
      { user: 'client', api: 'service', a: 'service', b: 'service', c: 'service' },
      'user -> api, a ~> b ~> c ~> a',
    );
    expect(found(design, 'orphan-component')).toEqual(['a']);
  });

  test('with two heads over one store are two findings', () => {
    const design = sketch(
      { user: 'client', api: 'service', a: 'service', b: 'service', db: 'sql-database' },
      'user -> api, a -> db, b -> db',
    );
    expect(found(design, 'orphan-component')).toEqual(['a', 'b']);
  });

  test('are not reported where nothing generates traffic at all', () => {
    expect(found(sketch({ a: 'service', b: 'service' }, ''), 'orphan-component')).toEqual([]);
  });

  test('are not parts that are switched off by their weight', () => {
    const design = sketch(
      { user: 'client', lb: 'load-balancer', blue: 'service', green: 'service' },
      'user -> lb -> blue, lb -> green',
      { edges: { 'lb -> green': { weight: 0 } } },
    );
    expect(found(design, 'orphan-component')).toEqual([]);
  });
});

describe('synchronous cycles', () => {
  test('that share members are one, reported by a shortest circle and their number', () => {
    const design = sketch(
      { user: 'client', a: 'service', b: 'service', c: 'service' },
      'user -> a -> b -> a, b -> c -> a',
    );
    const context = { design: resolve(design), analysis: null, errors: [] };
    const [finding, ...others] = evaluateRules(context).findings.filter(isShownAtOnce);
    expect(others).toEqual([]);
    expect(finding && messageOf(finding, partNames(context.design))).toBe(
      '3 components wait for one another in circles, for instance A → B → A.',
    );
  });

  test('are not closed by a call that is never made', () => {
    const design = sketch({ user: 'client', a: 'service', b: 'service' }, 'user -> a -> b -> a', {
      edges: { 'b -> a': { calls: 0 } },
    });
    expect(found(design, 'synchronous-cycle')).toEqual([]);
  });

  test('are not closed over a buffer, whatever its edge says', () => {
    const design = sketch({ user: 'client', api: 'service', jobs: 'queue' }, 'user -> api -> jobs -> api', {
      edges: { 'jobs -> api': { mode: 'sync', calls: 0.1 } },
    });
    expect(found(design, 'synchronous-cycle')).toEqual([]);
  });
});

describe('a single point of failure', () => {
  const strict = { reads: { targets: { availability: 0.9995 } } };
  const rule = 'single-point-of-failure';

  test('is not what a flow can do without', () => {
    const kinds = { user: 'client', api: 'service', cache: 'cache' } as const;
    const config = { api: { replicas: 2 }, cache: { replicas: 1 } };
    const optional = { edges: { 'api -> cache': { optional: true } } };
    expect(found(sketch(kinds, 'user -> api -> cache', { flows: strict, config }), rule)).toEqual(['cache']);
    expect(
      found(sketch(kinds, 'user -> api -> cache', { flows: strict, config, ...optional }), rule),
    ).toEqual([]);
  });

  test('is what two services that stand in for one another both need', () => {
    const design = sketch(
      { user: 'client', lb: 'load-balancer', a: 'service', b: 'service', db: 'sql-database' },
      'user -> lb -> a -> db, lb -> b -> db',
      {
        flows: strict,
        config: { a: { replicas: 1 }, b: { replicas: 1 }, db: { replicasPerShard: 1 } },
      },
    );
    expect(found(design, rule)).toEqual(['db']);
  });

  test('is each of two services between which the flow, not the load balancer, decides', () => {
    const design = sketch(
      { user: 'client', lb: 'load-balancer', reader: 'service', writer: 'service' },
      'user -> lb -> reader, lb -> writer',
      {
        flows: { reads: { targets: { availability: 0.9995 } }, writes: { kind: 'write' } },
        config: { reader: { replicas: 1 }, writer: { replicas: 1 } },
        edges: { 'lb -> reader': { flows: 'read' }, 'lb -> writer': { flows: 'write' } },
      },
    );
    // The writes have no target, so their service may be alone.
    expect(found(design, rule)).toEqual(['reader']);
  });

  test('is a service behind an API gateway that picks without looking who is up', () => {
    const design = sketch(
      { user: 'client', gate: 'api-gateway', a: 'service', b: 'service' },
      'user -> gate -> a, gate -> b',
      { flows: strict, config: { gate: { failover: false }, a: { replicas: 1 } } },
    );
    expect(found(design, rule)).toEqual(['a']);
  });

  test('is the store whose every shard is one server', () => {
    const design = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      flows: strict,
      config: { api: { replicas: 3 }, db: { shards: 4, replicasPerShard: 1 } },
    });
    expect(found(design, rule)).toEqual(['db']);
  });
});

test('a load balancer in front of a box that is not modelled is not judged', () => {
  const design = sketch({ user: 'client', lb: 'load-balancer', box: 'custom' }, 'user -> lb -> box');
  expect(found(design, 'idle-load-balancer')).toEqual([]);
});

test('questions to DNS may be asked in plain text', () => {
  const design = sketch({ user: 'client', names: 'dns' }, 'user -> names', {
    edges: { 'user -> names': { protocol: 'dns', calls: 0.01 } },
  });
  expect(found(design, 'plaintext-on-the-internet')).toEqual([]);
});

describe('what closes a circle', () => {
  const closing = (design: Design) => {
    const only = ruleOf('synchronous-cycle');
    if (only === undefined) throw new Error('there is such a rule');
    const context = { design: resolve(design), analysis: null, errors: [] };
    const [finding] = evaluateRules(context, [only]).findings;
    return (finding?.quickFix?.changes ?? []).flatMap((change) => ('id' in change ? change.id : []));
  };

  test('is the call back to where the circle is entered', () => {
    // Drawn from the middle, entered at b.
    const design = sketch(
      { a: 'service', user: 'client', b: 'service', c: 'service' },
      'a -> b, user -> b -> c -> a',
    );
    expect(closing(design)).toEqual(['a-b']);
  });

  test('is one call of each circle in a tangle', () => {
    const design = sketch(
      { user: 'client', a: 'service', b: 'service', c: 'service' },
      'user -> a -> b -> a, b -> c -> a, c -> c',
    );
    expect(closing(design)).toEqual(['b-a', 'c-a', 'c-c']);
  });
});

describe('an orphan', () => {
  const firstFix = (design: Design) => {
    const only = ruleOf('orphan-component');
    if (only === undefined) throw new Error('there is such a rule');
    const context = { design: resolve(design), analysis: null, errors: [] };
    return evaluateRules(context, [only]).findings[0]?.quickFix;
  };

  test('is connected from what most likely calls it, in the protocol that it speaks', () => {
    const design = sketch(
      { user: 'client', lb: 'load-balancer', api: 'service', fresh: 'cache' },
      'user -> lb -> api',
    );
    const fix = firstFix(design);
    expect(fix).toMatchObject({ id: 'connect-from', values: { caller: { part: 'api' } } });
    const [change] = fix?.changes ?? [];
    expect(change).toMatchObject({ op: 'add-edge', edge: { from: 'api', to: 'fresh' } });
  });

  test('is not connected from another orphan', () => {
    const design = sketch({ user: 'client', cdn: 'cdn', a: 'service', fresh: 'cache' }, 'user -> cdn');
    const only = ruleOf('orphan-component');
    if (only === undefined) throw new Error('there is such a rule');
    const context = { design: resolve(design), analysis: null, errors: [] };
    const { findings } = evaluateRules(context, [only]);
    expect(findings.map(({ target, quickFix }) => [target, quickFix?.id])).toEqual([
      ['a', 'connect-from'],
      ['fresh', 'remove'],
    ]);
  });

  test('that nothing usually calls is taken away: it takes what only it calls, and leaves what another calls too', () => {
    const design = sketch(
      {
        user: 'client',
        api: 'service',
        a: 'worker',
        b: 'worker',
        own: 'cache',
        db: 'sql-database',
        log: 'stream',
      },
      'user -> api, a -> own, a -> db ~> log, b -> db',
    );
    expect(firstFix(design)?.changes).toEqual([{ op: 'remove', ids: ['own', 'a'] }]);
  });
});

describe('a chain of calls', () => {
  const chain = (services: number) => {
    const ids = Array.from({ length: services }, (_, i) => `s${i}`);
    const kinds = Object.fromEntries(ids.map((id) => [id, 'service']));
    return sketch({ user: 'client', lb: 'load-balancer', ...kinds }, `user -> lb -> ${ids.join(' -> ')}`);
  };

  test('is deep from six calls of services on, whatever stands before the first', () => {
    expect(found(chain(6), 'deep-call-chain')).toEqual([]);
    expect(found(chain(7), 'deep-call-chain')).toEqual(['reads']);
  });

  test('has no length where it goes in a circle', () => {
    const design = chain(7);
    const edges = [...(design.system.edges ?? []), { id: 'back', from: 's6', to: 's2', calls: 0.1 }];
    expect(found({ ...design, system: { ...design.system, edges } }, 'deep-call-chain')).toEqual([]);
  });
});

describe('calls one after the other', () => {
  const fan = (callees: number, step?: number) => {
    const ids = Array.from({ length: callees }, (_, i) => `s${i}`);
    const kinds = Object.fromEntries(ids.map((id) => [id, 'service']));
    const design = sketch(
      { user: 'client', page: 'service', ...kinds },
      `user -> page, ${ids.map((id) => `page -> ${id}`).join(', ')}`,
    );
    if (step === undefined) return design;
    const edges = (design.system.edges ?? []).map((edge) => ({ ...edge, step }));
    return { ...design, system: { ...design.system, edges } };
  };

  test('are many from four on, unless they are made at once', () => {
    expect(found(fan(3), 'wide-fan-out')).toEqual([]);
    expect(found(fan(4), 'wide-fan-out')).toEqual(['page']);
    expect(found(fan(4, 1), 'wide-fan-out')).toEqual([]);
  });
});
