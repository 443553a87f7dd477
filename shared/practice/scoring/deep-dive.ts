import type { TargetFigures } from '../../analysis/analysis';
import { type Message, message } from '../../math/message';
import type { Quantity } from '../../math/quantity';
import { copiesOf, isExternal } from '../../rules/facts/roles';
import { afterEvent, failingFlows } from '../events';
import type { DeepDive, FollowUp } from '../problem';
import { namedBy } from '../statements';
import { judgeComponents } from './components';
import { type Evidence, workersOf } from './evidence';
import { itemLink, type Judgement } from './point';

/** Deep dive: targets at the problem's load, room at peak, one server less, each component's story, questions, follow-ups. */
export function judgeDeepDive(evidence: Evidence): readonly Judgement[] {
  return [
    ...judgeTargets(evidence),
    judgeRoom(evidence),
    judgeSpare(evidence),
    judgeSizing(evidence),
    ...judgeComponents(evidence),
    ...evidence.problem.deepDive.map((question) => judgeQuestion(evidence, question)),
    ...judgeFollowUps(evidence),
  ];
}

const weights = { targets: 5, room: 2, spare: 2, sizing: 1, questions: 4, followUps: 2 };

interface Measured {
  readonly title: string;
  readonly flow: string | null;
  readonly figures: TargetFigures | null;
  readonly metric: string;
}

function judgeTargets(evidence: Evidence): readonly Judgement[] {
  const measured = measuredTargets(evidence);
  return measured.map(({ title, flow, figures, metric }): Judgement => {
    return {
      id: `measured-${flow ?? 'design'}-${metric}`,
      weight: weights.targets / measured.length,
      share: figures?.met === true ? evidence.coverage : 0,
      ...(figures !== null && { state: 'wrong' as const }),
      reason: targetReason(title, metric, figures),
      link: flow === null ? itemLink('deep-dive', 'components') : { kind: 'flow', id: flow },
    };
  });
}

function targetReason(title: string, metric: string, figures: TargetFigures | null): Message {
  if (figures === null || figures.actual === null)
    return message('Cannot be measured on this design: {title}.', { title });
  const values = {
    title,
    actual: metricQuantity(metric, figures.actual),
    target: metricQuantity(metric, figures.target),
  };
  return figures.met
    ? message('Met at peak with {actual} against {target}: {title}.', values)
    : message('Missed at peak with {actual} against {target}: {title}.', values);
}

/** The figure of a target with its unit, which the metric's name ends in. */
function metricQuantity(metric: string, value: number): Quantity {
  if (metric === 'availability') return { availability: value };
  if (metric.endsWith('Ms')) return { ms: value };
  if (metric.endsWith('Seconds')) return { seconds: value };
  if (metric.endsWith('Usd')) return { usd: value };
  return { factor: value };
}

/** Each number that a requirement sets, as the design under the problem's load has it. */
function measuredTargets({ problem, matched, analysis }: Evidence): readonly Measured[] {
  return problem.nonFunctional.flatMap(({ title, measure }): readonly Measured[] => {
    if (measure === undefined) return [];
    const flow =
      measure.of === 'flow' ? matched.find(({ asked }) => asked.id === measure.flow)?.drawn.id : undefined;
    const all =
      measure.of === 'design'
        ? analysis?.totals.targets
        : analysis?.flows.find(({ id }) => id === flow)?.targets;
    return Object.entries(measure.targets).flatMap(([metric, wanted]) =>
      typeof wanted === 'number'
        ? [{ title, metric, flow: flow ?? null, figures: all?.find((of) => of.metric === metric) ?? null }]
        : [],
    );
  });
}

/** At peak a station should be under this. */
const mostUtilization = 0.8;

function judgeRoom({ analysis, working, coverage, resolved }: Evidence): Judgement {
  const external = new Set(resolved.nodes.filter(isExternal).map(({ id }) => id));
  const stations = (analysis?.nodes ?? []).filter(
    ({ id, utilization }) => working.nodes.has(id) && !external.has(id) && utilization !== null,
  );
  const full = stations.filter(({ utilization }) => (utilization ?? 0) >= mostUtilization);
  const [worst] = full.toSorted((a, b) => (b.utilization ?? 0) - (a.utilization ?? 0));
  return {
    id: 'room',
    weight: weights.room,
    share: worst === undefined ? (stations.length > 0 ? coverage : 0) : 0,
    ...(worst !== undefined && { state: 'wrong' as const }),
    reason:
      worst === undefined
        ? stations.length > 0
          ? message('Every component that carries traffic is under {most} at peak.', {
              most: { share: mostUtilization },
            })
          : message('Nothing carries traffic.')
        : message('{node} is at {utilization} at peak; under {most} it has room.', {
            node: { part: worst.id },
            utilization: { share: worst.utilization ?? 0 },
            most: { share: mostUtilization },
          }),
    link: worst === undefined ? itemLink('deep-dive', 'components') : { kind: 'node', id: worst.id },
  };
}

/** Whether it goes on with one server of any component lost: those that have one alone are tried. */
function judgeSpare({ resolved, working, coverage }: Evidence): Judgement {
  const lone = resolved.nodes.filter(
    (node) =>
      working.nodes.has(node.id) &&
      (node.behaviour === 'station' || node.behaviour === 'store' || node.behaviour === 'distributor') &&
      node.kind.managed !== true &&
      !isExternal(node) &&
      copiesOf(node) < 2 &&
      !isPicked(resolved, node.id),
  );
  const [first] = lone;
  const stations = resolved.nodes.filter(({ id }) => working.nodes.has(id)).length;
  return {
    id: 'spare',
    weight: weights.spare,
    share:
      stations === 0 ? 0 : first === undefined ? coverage : Math.max(0, 0.5 - lone.length / 4) * coverage,
    ...(first !== undefined && { state: 'wrong' as const }),
    reason:
      first === undefined
        ? message('No component has one server alone.')
        : message('{node} has one server alone: what needs it fails with it.', { node: { part: first.id } }),
    link: first === undefined ? itemLink('deep-dive', 'components') : { kind: 'node', id: first.id },
  };
}

/** Whether every call to it is one of several to pick from. */
function isPicked({ edges }: Evidence['resolved'], id: string): boolean {
  const calls = edges.filter(({ to }) => to === id);
  return (
    calls.length > 0 &&
    calls.every(
      (edge) =>
        edge.choice && edges.some((other) => other !== edge && other.choice && other.from === edge.from),
    )
  );
}

function judgeSizing({ findings, coverage }: Evidence): Judgement {
  const found = findings.find(({ rule }) => rule === 'over-provisioned');
  return {
    id: 'sizing',
    weight: weights.sizing,
    share: found === undefined ? coverage : 0,
    ...(found !== undefined && { state: 'wrong' as const }),
    reason:
      found === undefined
        ? message('Nothing is far larger than its load.')
        : { text: found.message, values: found.values },
    link:
      found === undefined || found.target === '*'
        ? itemLink('deep-dive', 'components')
        : { kind: 'node', id: found.target },
  };
}

/** What a good answer names; more than three fifths of it is a full answer. */
const fullAnswer = 0.6;

function judgeQuestion(evidence: Evidence, question: DeepDive): Judgement {
  const { problem, design, working, said } = evidence;
  const role = problem.roles.find(({ id }) => id === question.role);
  const isInUse = role === undefined || workersOf(design, working, role).length > 0;
  const statements = [...said('deep-dive'), ...said('high-level'), ...said('justify')];
  const named = namedBy(statements, question.names);
  const missing = question.names.filter(({ id }) => !named.has(id));
  const share = question.names.length === 0 ? 0 : named.size / question.names.length / fullAnswer;
  return {
    id: `question-${question.id}`,
    weight: weights.questions / problem.deepDive.length,
    // What is said of a component that does nothing counts half.
    share: Math.min(1, share) * (isInUse ? 1 : 0.5),
    reason:
      missing.length === 0
        ? message('Answered: {title}', { title: question.title })
        : message('{title} Not named: {missing}.', {
            title: question.title,
            missing: { list: missing.map(({ title }) => title) },
          }),
    link: itemLink('deep-dive', 'components'),
  };
}

function judgeFollowUps(evidence: Evidence): readonly Judgement[] {
  const { attempt, problem } = evidence;
  const played = new Set(
    attempt.events.flatMap((event) => (event.kind === 'follow-up' ? [event.followUp] : [])),
  );
  const asked = problem.followUps.filter(({ id }) => played.has(id));
  const survivable = problem.followUps.filter(({ survives }) => survives);
  const judged = asked.length > 0 ? asked : survivable;
  return judged.map((followUp) => judgeFollowUp(evidence, followUp, weights.followUps / judged.length));
}

/** A follow-up is survived where no flow fails; where the reference fails flows too, as many of them may. */
function judgeFollowUp(evidence: Evidence, followUp: FollowUp, weight: number): Judgement {
  const { problem, design, coverage, matched } = evidence;
  const outcome = afterEvent(problem, design, followUp);
  const asked = new Map(matched.map((match) => [match.drawn.id, match.asked.id]));
  const failing = (outcome?.failing ?? []).filter((id) => asked.has(id));
  const tolerated = followUp.survives
    ? new Set<string>()
    : new Set(afterEvent(problem, problem.reference, followUp)?.failing ?? []);
  const unexpected = failing.filter((id) => !tolerated.has(asked.get(id) ?? ''));
  const [first] = unexpected;
  const { title } = followUp;
  return {
    id: `follow-up-${followUp.id}`,
    weight,
    share: outcome !== null && first === undefined && failingFlows(design).length === 0 ? coverage : 0,
    ...(first !== undefined && { state: 'wrong' as const }),
    reason:
      outcome === null
        ? message('{title} The design has nothing that this could happen to.', { title })
        : first === undefined
          ? message('{title} Every flow that can be served is served.', { title })
          : message('{title} {flow} fails.', { title, flow: { part: first } }),
    link: first === undefined ? itemLink('deep-dive', 'errors') : { kind: 'flow', id: first },
  };
}
