import { type Message, message } from '../../math/message';
import { nodesOf } from '../../model/schema';
import { copiesOf } from '../../rules/facts/roles';
import type { Role } from '../problem';
import { type Named, namedBy, statementsOf } from '../statements';
import { type Evidence, workersOf } from './evidence';
import { itemLink, type Judgement } from './point';

/** High-level design: the parts it needs, in use; its flows, carried at peak; interfaces and data; no fault of structure. */
export function judgeHighLevel(evidence: Evidence): readonly Judgement[] {
  const { problem } = evidence;
  return [
    ...problem.roles.map((role) => judgeRole(evidence, role)),
    ...problem.flows.map((flow) => judgeFlow(evidence, flow.id)),
    structure(evidence),
    ...judgeNamed(evidence, 'apis'),
    ...judgeNamed(evidence, 'entities'),
  ];
}

/** A required role weighs as much as a flow, one that a good design may do without a third. */
function judgeRole({ design, working, resolved }: Evidence, role: Role): Judgement {
  const { id, title, kinds, least = 1, required = false, why } = role;
  const drawn = nodesOf(design).filter((node) => kinds.includes(node.kind));
  const workers = workersOf(design, working, role);
  const servers = resolved.nodes
    .filter((node) => workers.includes(node.id))
    .reduce((sum, node) => sum + (node.kind.managed === true ? least : copiesOf(node)), 0);
  const [shown] = workers.length > 0 ? workers : drawn.map((node) => node.id);
  return {
    id: `role-${id}`,
    weight: required ? 1.5 : 0.5,
    share: workers.length === 0 ? 0 : servers >= least ? 1 : 0.5,
    ...(drawn.length > 0 && { state: 'wrong' as const }),
    reason: roleReason({ title, why, least, drawn: drawn.length, working: workers.length, servers }),
    link: shown === undefined ? itemLink('high-level', 'read-and-write') : { kind: 'node', id: shown },
  };
}

interface RoleCounts {
  readonly title: string;
  readonly why: string;
  readonly least: number;
  readonly drawn: number;
  readonly working: number;
  readonly servers: number;
}

function roleReason({ title, why, least, drawn, working, servers }: RoleCounts): Message {
  if (drawn === 0) return message('Missing: {title}. {why}', { title, why });
  if (working === 0) return message('Drawn, but no request reaches it: {title}.', { title });
  if (servers < least)
    return message(
      'There should be {least} of it, but there {servers, plural, one {is #} other {are #}}: {title}.',
      {
        title,
        least: { count: least },
        servers: { count: servers },
      },
    );
  return message('In use: {title}.', { title });
}

function judgeFlow({ problem, matched, carried, analysis }: Evidence, id: string): Judgement {
  const name = problem.flows.find((flow) => flow.id === id)?.name ?? id;
  const drawn = matched.find(({ asked }) => asked.id === id)?.drawn;
  const figures = analysis?.flows.find((flow) => flow.id === drawn?.id);
  const isCarried = carried.has(id);
  const servedShare = figures === undefined || figures.saturated ? 0 : figures.servedShare;
  const isServed = isCarried && servedShare >= 1 - 1e-9;
  const values = { name, share: { share: servedShare } };
  const reason = isServed
    ? message('{name} is served at peak.', values)
    : drawn === undefined
      ? message('Missing: the flow {name}.', values)
      : !isCarried
        ? message('{name} reaches nothing that answers it.', values)
        : message('{name} is overloaded at peak.', values);
  return {
    id: `flow-${id}`,
    weight: 1.5,
    share: isServed ? 1 : isCarried ? 0.4 : 0,
    ...(drawn !== undefined && { state: 'wrong' as const }),
    reason,
    link: drawn === undefined ? itemLink('high-level', 'data-flow') : { kind: 'flow', id: drawn.id },
  };
}

/** Parts without a caller are counted once, as roles that are not in use. */
function structure({ findings, coverage }: Evidence): Judgement {
  const broken = findings.find(({ code, severity, stage }) => {
    return /^(TOP|RUN)-/.test(code) && severity !== 'info' && stage !== 'question';
  });
  return {
    id: 'structure',
    weight: 1,
    share: broken === undefined ? coverage : 0,
    ...(broken !== undefined && { state: 'wrong' as const }),
    reason:
      broken === undefined
        ? message('The calls fit together.')
        : { text: broken.message, values: broken.values },
    link:
      broken === undefined || broken.target === '*'
        ? itemLink('high-level', 'interaction')
        : { kind: 'node', id: broken.target },
  };
}

function judgeNamed(evidence: Evidence, list: 'apis' | 'entities'): readonly Judgement[] {
  const points: readonly (Named & { readonly title: string })[] = evidence.problem[list];
  const named = namedBy([...evidence.said('high-level'), ...tableOf(evidence, list)], points, true);
  const item = list === 'apis' ? 'apis' : 'schema';
  return points.map(({ id, title }) => ({
    id: `${list}-${id}`,
    weight: (list === 'apis' ? 1.5 : 1) / points.length,
    share: named.has(id) ? 1 : 0,
    reason: named.has(id)
      ? message('Written down: {title}.', { title })
      : message('Missing: {title}.', { title }),
    link: itemLink('high-level', item),
  }));
}

/** The rows of the tables of interfaces and entities. */
function tableOf({ attempt }: Evidence, list: 'apis' | 'entities') {
  const { apis = [], entities = [] } = attempt.design.writing ?? {};
  const rows =
    list === 'apis'
      ? apis.map(({ id, method, path, request, response }) => [id, method, path, request, response])
      : entities.map(({ id, name, partitionKey, fields = [] }) => [
          id,
          name,
          partitionKey,
          ...fields.map((field) => field.name),
        ]);
  return statementsOf(rows.map((row) => row.filter((cell) => cell !== undefined).join(' ')).join('\n'));
}
