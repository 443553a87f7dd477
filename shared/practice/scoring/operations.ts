import { type Message, message } from '../../math/message';
import { own } from '../../model/own';
import { rules } from '../../rules/index';
import type { Finding } from '../../rules/rule';
import type { SectionId } from '../sections';
import type { Evidence } from './evidence';
import { itemLink, type Judgement, type ScoreLink } from './point';
import { writtenItem } from './written';

/** What rules look at for one point, and what there is to say where they find nothing. */
interface Checked {
  readonly id: string;
  readonly weight: number;
  readonly rules: readonly string[];
  /** Questions that the design's practices have to answer with yes: what no rule can see on a graph. */
  readonly practices?: readonly string[];
  readonly item: string;
  readonly covered: Message;
}

/**
 * A point of the rules: got where none of them finds anything on the design under the problem's load and the practices are answered, as
 * far as the design has what the problem needs; half where what is found is no error nor warning.
 */
function checked(evidence: Evidence, section: SectionId, checkedBy: Checked): Judgement {
  const { id, weight, rules, practices = [], item, covered } = checkedBy;
  const found = evidence.findings.filter(({ rule }) => rules.includes(rule));
  const worst = found.find(({ stage }) => stage !== 'question') ?? found[0];
  const open = practices.filter((practice) => !isAnswered(evidence, practice));
  const isWrong = worst !== undefined && worst.stage !== 'question';
  const ofRules =
    worst === undefined ? 1 : isWrong && found.every(({ severity }) => severity === 'info') ? 0.5 : 0;
  const ofPractices = practices.length === 0 ? 1 : 1 - open.length / practices.length;
  return {
    id,
    weight,
    share: Math.min(ofRules, ofPractices) * evidence.coverage,
    ...(isWrong && { state: 'wrong' as const }),
    reason: reasonOf(evidence, worst, open[0], covered),
    link: linkOf(evidence, worst, section, item),
  };
}

function reasonOf(
  { coverage }: Evidence,
  worst: Finding | undefined,
  open: string | undefined,
  covered: Message,
): Message {
  if (coverage === 0)
    return message('Nothing to check: the parts that the problem needs do not carry traffic.');
  if (worst !== undefined) return { text: worst.message, values: worst.values };
  if (open === undefined) return covered;
  const title = rules.find(({ id }) => id === open)?.title ?? open;
  return message('Not answered among the practices: {title}.', { title });
}

/** Answered with yes, or with a reason why it does not apply. */
function isAnswered({ resolved }: Evidence, practice: string): boolean {
  const given = own(resolved.practices, practice);
  return given?.answer === 'yes' || (given?.answer === 'n/a' && (given.note ?? '').trim() !== '');
}

function linkOf(
  { resolved }: Evidence,
  finding: Finding | undefined,
  section: SectionId,
  item: string,
): ScoreLink {
  if (finding === undefined || finding.target === '*') return itemLink(section, item);
  const { target } = finding;
  const lists = { node: resolved.nodes, edge: resolved.edges, flow: resolved.flows, group: resolved.groups };
  for (const kind of ['node', 'edge', 'flow', 'group'] as const)
    if (lists[kind].some(({ id }) => id === target)) return { kind, id: target };
  return itemLink(section, item);
}

/** Key metrics: every service is watched, its business too, and there is a figure for each target. */
export const judgeMetrics = (evidence: Evidence): readonly Judgement[] => [
  checked(evidence, 'metrics', {
    id: 'observed',
    weight: 2,
    rules: ['unobserved-services'],
    item: 'service-metrics',
    covered: message('The services are observed.'),
  }),
  checked(evidence, 'metrics', {
    id: 'business',
    weight: 1,
    rules: ['business-metrics'],
    practices: ['business-metrics'],
    item: 'business',
    covered: message('Business metrics are watched.'),
  }),
  writtenItem(evidence, 'metrics', ['service-metrics', 'resources'], {
    weight: 2,
    terms: ['p99', 'latency', 'error', 'rate', 'throttle', 'hit rate', 'utilization', 'lag', 'saturation'],
    there: message('It is stated what is measured.'),
    missing: message('It is not stated what is measured.'),
  }),
];

/** Health monitoring: checks, alerts, careful releases. */
export const judgeHealth = (evidence: Evidence): readonly Judgement[] => [
  checked(evidence, 'health', {
    id: 'health-checks',
    weight: 1,
    rules: ['no-health-check', 'automated-recovery'],
    practices: ['automated-recovery'],
    item: 'automated-recovery',
    covered: message('What fails is found and replaced.'),
  }),
  checked(evidence, 'health', {
    id: 'alerts',
    weight: 1,
    rules: ['burn-rate-alerts', 'no-backlog-metric'],
    practices: ['burn-rate-alerts'],
    item: 'services',
    covered: message('Alerts tell before the target is missed.'),
  }),
  checked(evidence, 'health', {
    id: 'releases',
    weight: 0.5,
    rules: ['safe-deployment'],
    practices: ['safe-deployment'],
    item: 'canaries',
    covered: message('A release reaches a few servers first.'),
  }),
  writtenItem(evidence, 'health', ['canaries', 'tools'], {
    weight: 0.5,
    terms: [
      'health check',
      'canary',
      'probe',
      'alert',
      'dashboard',
      'heartbeat',
      'page',
      'restart',
      'prometheus',
      'grafana',
    ],
    there: message('It is stated how failures are noticed.'),
    missing: message('It is not stated how failures are noticed.'),
  }),
];

/** Log systems: collected, kept for a time, without personal data. */
export const judgeLogs = (evidence: Evidence): readonly Judgement[] => [
  checked(evidence, 'logs', {
    id: 'collected',
    weight: 2,
    rules: ['no-central-logs', 'no-tracing'],
    item: 'collection',
    covered: message('Logs and traces are collected in one place.'),
  }),
  checked(evidence, 'logs', {
    id: 'kept',
    weight: 1,
    rules: ['no-central-logs', 'log-retention', 'personal-data-without-retention'],
    item: 'retention',
    covered: message('It is set how long logs and personal data are kept.'),
  }),
  writtenItem(evidence, 'logs', ['retention'], {
    weight: 1,
    terms: [
      'retention',
      'days',
      'structured',
      'sample',
      'index',
      'search',
      'parse',
      'elk',
      'splunk',
      'loki',
      'access',
    ],
    there: message('It is stated what is logged.'),
    missing: message('It is not stated what is logged.'),
  }),
];

/** Security: who may call what, by which way, how often, and what protects data. */
export const judgeSecurity = (evidence: Evidence): readonly Judgement[] => [
  checked(evidence, 'security', {
    id: 'transit',
    weight: 1,
    rules: [
      'plaintext-on-the-internet',
      'plaintext-across-zones',
      'no-mutual-tls',
      'partner-without-mutual-tls',
    ],
    item: 'encryption',
    covered: message('What is sent is encrypted.'),
  }),
  checked(evidence, 'security', {
    id: 'rest',
    weight: 0.5,
    rules: ['unencrypted-at-rest', 'card-data-without-tokens'],
    item: 'encryption',
    covered: message('What is stored is encrypted.'),
  }),
  checked(evidence, 'security', {
    id: 'access',
    weight: 1,
    rules: ['unauthenticated-writes', 'public-data-store', 'least-privilege', 'secret-manager'],
    practices: ['least-privilege', 'secret-manager'],
    item: 'access',
    covered: message('Callers are authenticated and may do no more than they need.'),
  }),
  checked(evidence, 'security', {
    id: 'limits',
    weight: 1,
    rules: ['no-rate-limit', 'no-web-firewall', 'open-egress'],
    item: 'firewall',
    covered: message('A firewall and rate limits are in front of it.'),
  }),
  writtenItem(evidence, 'security', ['access', 'privacy'], {
    weight: 0.5,
    terms: [
      'tls',
      'auth',
      'token',
      'api key',
      'encrypt',
      'rate limit',
      'firewall',
      'waf',
      'least privilege',
      'abuse',
      'audit',
      'privacy',
      'injection',
    ],
    there: message('It is stated what is protected, and from what.'),
    missing: message('It is not stated what is protected.'),
  }),
];
