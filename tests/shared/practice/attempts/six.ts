import { kindOf } from '../../../../shared/catalog/index';
import type { Design, Edge, Flow, Node } from '../../../../shared/model/schema';
import type { Attempt } from '../../../../shared/practice/attempt';
import type { Estimate, Problem } from '../../../../shared/practice/problem';
import { statementsOf } from '../../../../shared/practice/statements';
import { attemptAt } from './attempt';

/** Six attempts of different quality at one problem, as a reader would tell them apart. */
export interface SixAttempts {
  /** The reference, explained section by section, with estimates and questions. */
  readonly strong: Attempt;
  /** The reference with fewer words, looser estimates and half of the practices. */
  readonly good: Attempt;
  /** The parts that are needed, at one server each where it is set, few figures, no word on how it is run. */
  readonly average: Attempt;
  /** A client, a service and a store, and two lines. */
  readonly thin: Attempt;
  /** Every box of the reference and no call between them, and rows of the right words. */
  readonly boxes: Attempt;
  /** The drawing of the reference without a word or an estimate. */
  readonly copied: Attempt;
}

export function sixAttempts(problem: Problem): SixAttempts {
  return {
    strong: strong(problem),
    good: good(problem),
    average: average(problem),
    thin: thin(problem),
    boxes: boxes(problem),
    copied: copied(problem),
  };
}

const suffixes: Readonly<Record<Estimate['unit'], string>> = {
  rps: ' a second',
  bytes: ' B',
  'bytes-per-second': ' B/s',
  count: '',
  seconds: ' s',
  usd: ' USD',
};

/** The estimates times a factor, as typed numbers. */
const typedOf = (problem: Problem, factor: number, count = problem.estimates.length) =>
  Object.fromEntries(
    problem.estimates
      .slice(0, count)
      .map(({ id, value, unit }) => [id, `${Number((value * factor).toPrecision(3))}${suffixes[unit]}`]),
  );

const questionsOf = ({ questions }: Problem, count: number): readonly string[] =>
  questions.slice(0, count).map(({ id }) => id);

const sectionsOf = ({ reference }: Problem): Readonly<Record<string, string>> =>
  reference.writing?.sections ?? {};

/** What the reference says under a section, its first statements only. */
const shortened = (problem: Problem, section: string, share: number): string => {
  const statements = statementsOf(sectionsOf(problem)[section] ?? '');
  return statements
    .slice(0, Math.ceil(statements.length * share))
    .map(({ text }) => text)
    .join('\n');
};

const strong = (problem: Problem): Attempt =>
  attemptAt(problem, {
    design: problem.reference,
    asked: questionsOf(problem, problem.questions.length - 2),
    typed: typedOf(problem, 1.1),
  });

function good(problem: Problem): Attempt {
  const { reference } = problem;
  const practices = Object.entries(reference.system.practices ?? {});
  const { brief, apis = [], entities = [], decisions = [] } = reference.writing ?? {};
  return attemptAt(problem, {
    design: {
      ...reference,
      system: {
        ...reference.system,
        practices: Object.fromEntries(practices.slice(0, practices.length / 2)),
      },
      writing: { ...(brief && { brief }), apis, entities, decisions: decisions.slice(0, 2) },
    },
    asked: questionsOf(problem, 6),
    typed: typedOf(problem, 1.5, problem.estimates.length - 1),
    answers: Object.fromEntries(
      ['expectations', 'goals', 'high-level', 'deep-dive', 'justify'].map((section) => [
        section,
        shortened(problem, section, 0.6),
      ]),
    ),
  });
}

function average(problem: Problem): Attempt {
  const { reference } = problem;
  const design = withFewServers(withoutOptionalRoles(problem));
  const typed = typedOf(problem, 1.6, Math.ceil(problem.estimates.length / 2));
  const [first] = Object.keys(typed);
  return attemptAt(problem, {
    design: {
      ...design,
      writing: {
        apis: (reference.writing?.apis ?? []).slice(0, 1),
        entities: (reference.writing?.entities ?? []).slice(0, 1),
        decisions: (reference.writing?.decisions ?? []).slice(0, 1),
      },
    },
    asked: questionsOf(problem, 4),
    // One slip of a power of ten.
    typed: { ...typed, ...(first !== undefined && typedOf(problem, 16, 1)) },
    answers: {
      expectations: shortened(problem, 'expectations', 0.4),
      'high-level': shortened(problem, 'high-level', 0.5),
      'deep-dive': shortened(problem, 'deep-dive', 0.2),
    },
  });
}

/** Without targets and practices, and without what no required role needs. */
function withoutOptionalRoles({ reference, roles }: Problem): Design {
  const needed = new Set(roles.filter(({ required }) => required === true).flatMap(({ kinds }) => kinds));
  const { nodes = [], edges = [], flows = [], groups = [] } = reference.system;
  const kept = nodes.filter(({ kind }) => needed.has(kind) || kindOf(kind)?.behaviour !== 'observer');
  const ids = new Set(kept.map(({ id }) => id));
  const calls = edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return {
    ...reference,
    system: {
      groups,
      nodes: kept,
      edges: calls.map(({ retries: _, circuitBreaker: __, timeoutMs: ___, ...edge }): Edge => edge),
      flows: flows.map(({ targets: _, ...flow }): Flow => flow),
    },
  };
}

/** With the servers that carry the peak and no spare ones: two thirds of each pool, one copy of each shard. */
const withFewServers = (design: Design): Design => ({
  ...design,
  system: {
    ...design.system,
    nodes: (design.system.nodes ?? []).map((node): Node => {
      const { config } = node;
      if (config === undefined) return node;
      const { autoscaleMin: _, autoscaleMax: __, ...rest } = config;
      return {
        ...node,
        config: {
          ...rest,
          ...(rest.replicas !== undefined && { replicas: Math.max(1, Math.round(rest.replicas * 0.6)) }),
          ...(rest.replicasPerShard !== undefined && { replicasPerShard: 1, readQuorum: 1, writeQuorum: 1 }),
        },
      };
    }),
  },
});

function thin(problem: Problem): Attempt {
  const { reference } = problem;
  const required = problem.roles.filter(({ required: isRequired }) => isRequired === true);
  const kinds = required.flatMap(({ kinds: [kind] }) => kind ?? []);
  const service = kinds.find((kind) => kindOf(kind)?.behaviour === 'station') ?? 'service';
  const store = kinds.find((kind) => kindOf(kind)?.behaviour === 'store') ?? 'sql-database';
  return attemptAt(problem, {
    design: {
      ...reference,
      system: {
        nodes: [
          { id: 'users', kind: 'client' },
          { id: 'server', kind: service },
          { id: 'data', kind: store },
        ],
        edges: [
          { id: 'users-server', from: 'users', to: 'server' },
          { id: 'server-data', from: 'server', to: 'data' },
        ],
        flows: problem.flows.map(
          ({ id, name, kind, rps }): Flow => ({ id, name, kind, entry: 'users', rate: { rps } }),
        ),
      },
      layout: {},
      writing: {},
    },
    asked: questionsOf(problem, 2),
    typed: typedOf(problem, 1, 2),
    answers: {
      expectations: problem.functional[0]?.title ?? '',
      'high-level': 'The server writes to the store and reads from it.',
    },
  });
}

function boxes(problem: Problem): Attempt {
  const { reference } = problem;
  const terms = problem.deepDive.flatMap(({ names }) => names.flatMap((name) => name.terms)).join(' ');
  return attemptAt(problem, {
    design: { ...reference, system: { ...reference.system, edges: [] }, writing: {} },
    answers: { expectations: terms, 'deep-dive': `${terms}\n${terms}\n${terms}`, justify: terms },
  });
}

const copied = (problem: Problem): Attempt =>
  attemptAt(problem, { design: { ...problem.reference, writing: {} } });
