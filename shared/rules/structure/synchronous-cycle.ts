import { callersFirst } from '../facts/callers-first';
import { circleThrough, cyclesOf } from '../facts/cycles';
import { type DesignGraph, graphOf, isModelled, outgoingOf, waitsFor } from '../facts/graph';
import { answerLater } from '../fixes/answer-later';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Longer circles are named by their first and last members. */
const mostNamed = 6;

/** TOP-03. */
export const synchronousCycle: Rule = {
  id: 'synchronous-cycle',
  code: 'TOP-03',
  title: 'Synchronous call cycle',
  severity: 'error',
  stage: 'broken',
  message: '{path} is a circle of {count, plural, one {# call} other {# calls}} that wait for one another.',
  variants: {
    self: '{path} calls itself and waits for the answer.',
    tangle:
      '{count, plural, one {# component} other {# components}} wait for one another in circles, for instance {path}.',
  },
  why: 'Each holds a server while it waits for the next. When all servers wait, nothing can answer: a deadlock, with no bound to the latency before it.',
  fix: 'Make one of the calls asynchronous, through a queue or stream, or merge the components.',
  fixes: {
    'answer-later': 'Let {from} not wait for {to}, where it need not: nothing goes in a circle any more.',
  },
  source: { text: 'Coffman et al., System Deadlocks, Computing Surveys 3(2), 1971: circular wait' },
  check: ({ design }: RuleContext): readonly Hit[] => {
    if (callersFirst(design) !== null) return [];
    const graph = graphOf(design);
    const calls = waitingCalls(graph);
    const nameOf = (id: string) => graph.nodes.get(id)?.name ?? id;
    return cyclesOf([...graph.nodes.keys()], calls).map((members): Hit => {
      const circle = circleThrough(members, calls);
      const around = circle.length - 1;
      const path = shortened(circle).map(nameOf).join(' → ');
      const variant = members.length > around ? 'tangle' : 'self';
      return {
        target: members[0] ?? '*',
        values: { path, count: { count: members.length } },
        ...(members.length === around && around > 1 ? {} : { variant }),
        quickFix: answerLater(graph, members),
      };
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'The answer comes back through a queue',
          design: sketch(
            { user: 'client', orders: 'service', jobs: 'queue', stock: 'worker' },
            'user -> orders -> jobs -> stock -> orders',
            { edges: { 'stock -> orders': { mode: 'async', calls: 0.1 } } },
          ),
        },
        {
          title: 'Two ways to one store',
          design: sketch(
            { user: 'client', a: 'service', b: 'service', db: 'sql-database' },
            'user -> a -> b -> db, a -> db',
          ),
        },
      ],
      invalid: [
        {
          title: 'Two services call each other',
          target: 'orders',
          design: sketch(
            { user: 'client', orders: 'service', stock: 'service' },
            'user -> orders -> stock -> orders',
            {
              edges: { 'stock -> orders': { calls: 0.1 } },
            },
          ),
        },
        {
          title: 'A circle of three',
          target: 'a',
          design: sketch(
            { user: 'client', a: 'service', b: 'service', c: 'service' },
            'user -> a -> b -> c -> a',
            {
              edges: { 'c -> a': { calls: 0.2 } },
            },
          ),
        },
      ],
    };
  },
};

function waitingCalls(graph: DesignGraph): ReadonlyMap<string, readonly string[]> {
  const calls = new Map<string, readonly string[]>();
  for (const [id, node] of graph.nodes) {
    if (!isModelled(node)) continue;
    const callees = outgoingOf(graph, id).filter((edge) => {
      const callee = graph.nodes.get(edge.to);
      return callee !== undefined && isModelled(callee) && waitsFor(graph, edge);
    });
    calls.set(
      id,
      callees.map((edge) => edge.to),
    );
  }
  return calls;
}

function shortened(circle: readonly string[]): readonly string[] {
  return circle.length <= mostNamed + 1
    ? circle
    : [...circle.slice(0, mostNamed - 1), '…', ...circle.slice(-2)];
}
