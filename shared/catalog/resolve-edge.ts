import type { Edge, Flow } from '../model/schema';
import { assumed } from './basis';
import { networkBetween, roundTripMs } from './networks';
import { basisOf, derivedBasis } from './resolve-config';
import type { Basis, ResolvedEdge, ResolvedNode } from './resolved';
import type { StepOfEdge } from './steps';

/** The two ends of an edge and what stands around it. */
export interface EdgeSurroundings {
  readonly from: ResolvedNode;
  readonly to: ResolvedNode;
  readonly flows: CarriedFlows;
  /** How many different nodes of the kind of `to` the node `from` calls; needed only where `isShared(to)`. */
  readonly siblings: number;
  readonly step: StepOfEdge;
}

/** Ids of the flows of a design that edges carry; one list for all edges that name none. */
export interface CarriedFlows {
  readonly all: readonly string[];
  readonly read: readonly string[];
  readonly write: readonly string[];
}

const noFlows: readonly string[] = [];

let latestCarried: CarriedFlows = { all: noFlows, read: noFlows, write: noFlows };

/** The same object as the latest where it says the same, so that edges are seen not to have changed. */
export function carriedFlows(flows: readonly Flow[]): CarriedFlows {
  const idsOf = (of: readonly Flow[]) => of.map((flow) => flow.id);
  const carried = {
    all: idsOf(flows),
    read: idsOf(flows.filter((flow) => flow.kind === 'read')),
    write: idsOf(flows.filter((flow) => flow.kind === 'write')),
  };
  const isSame = (['all', 'read', 'write'] as const).every(
    (kind) =>
      carried[kind].length === latestCarried[kind].length &&
      carried[kind].every((id, i) => latestCarried[kind][i] === id),
  );
  if (!isSame) latestCarried = carried;
  return latestCarried;
}

interface Found<V> {
  readonly value: V;
  readonly basis: Basis;
}

const documentBasis: Basis = { kind: 'document' };
const derived = <V>(value: V, key: string): Found<V> => ({ value, basis: derivedBasis(key) });

const plain = {
  label: assumed('', 'No words on it'),
  protocol: assumed('https', 'What most calls are today'),
  calls: assumed(1, 'One call a visit'),
  weight: assumed(1, 'The same share as its siblings'),
  retries: assumed(0, 'Not tried again'),
  optional: assumed(false, 'The caller fails without it'),
} as const;

const httpLike =
  /^(?:https?(?:\/[\d.]+)?|h2c?|h3|rest|grpcs?|grpc-web|graphql|wss?|websockets?|sse|soap|webhook)$/i;

/** Whether a protocol is HTTP or speaks over it: such calls are encrypted unless the document says otherwise. */
export const isHttpLike = (protocol: string): boolean => httpLike.test(protocol.trim());

const isPlainHttpLike = isHttpLike(plain.protocol.value);

function modeOf(edge: Edge, { from, to }: EdgeSurroundings): Found<ResolvedEdge['mode']> {
  // What leaves a buffer is asynchronous whatever the document says: nobody waits for a consumer.
  if (from.behaviour === 'buffer') return derived('async', 'mode-after-buffer');
  if (edge.mode !== undefined) return { value: edge.mode, basis: documentBasis };
  if (from.behaviour === 'observer' || to.behaviour === 'observer') return derived('async', 'mode-observer');
  return derived('sync', 'mode-sync');
}

function flowsOf(edge: Edge, { from, to, flows }: EdgeSurroundings): Found<readonly string[]> {
  const named = edge.flows;
  if (named === 'all' || named === 'read' || named === 'write')
    return { value: flows[named], basis: documentBasis };
  if (named !== undefined) {
    const wanted = new Set<string>(named);
    return { value: flows.all.filter((id) => wanted.has(id)), basis: documentBasis };
  }
  if (from.behaviour === 'observer' || to.behaviour === 'observer') return derived(noFlows, 'flows-observer');
  if (to.kind.id === 'read-replica') return derived(flows.read, 'flows-read-replica');
  return derived(flows.all, 'flows-all');
}

/** Whether calls to nodes of this kind are shared between several of them, where there are several. */
export const isShared = ({ kind }: ResolvedNode): boolean =>
  kind.id === 'shard' || kind.id === 'read-replica';

function choiceOf(edge: Edge, { from, to, siblings }: EdgeSurroundings): Found<boolean> {
  if (edge.choice !== undefined) return { value: edge.choice, basis: documentBasis };
  if (from.behaviour === 'distributor') return derived(true, 'choice-distributor');
  if (from.kind.id === 'queue') return derived(true, 'choice-competing-consumers');
  if (siblings > 1 && to.kind.id === 'shard') return derived(true, 'choice-shards');
  if (siblings > 1 && to.kind.id === 'read-replica') return derived(true, 'choice-read-replicas');
  return derived(false, 'choice-always');
}

function networkOf(edge: Edge, { from, to }: EdgeSurroundings): Found<ResolvedEdge['network']> {
  if (edge.network !== undefined) return { value: edge.network, basis: documentBasis };
  const { network, key } = networkBetween(from, to);
  return derived(network, key);
}

/** An edge with every default filled in, and the basis of each field. */
export function resolveEdge(edge: Edge, around: EdgeSurroundings): ResolvedEdge {
  const protocol = edge.protocol ?? plain.protocol.value;
  const mode = modeOf(edge, around);
  const flows = flowsOf(edge, around);
  const choice = choiceOf(edge, around);
  const network = networkOf(edge, around);
  const rtt = roundTripMs[network.value];
  const { step, basis: stepBasis } = around.step;
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    label: edge.label ?? plain.label.value,
    protocol,
    mode: mode.value,
    flows: flows.value,
    calls: edge.calls ?? plain.calls.value,
    onMissOf: edge.onMissOf ?? null,
    choice: choice.value,
    weight: edge.weight ?? plain.weight.value,
    step,
    network: network.value,
    rttMs: edge.rttMs ?? rtt.value,
    retries: edge.retries ?? plain.retries.value,
    backoff: edge.backoff ?? null,
    circuitBreaker: edge.circuitBreaker ?? false,
    timeoutMs: edge.timeoutMs ?? null,
    tls: edge.tls ?? (edge.protocol === undefined ? isPlainHttpLike : isHttpLike(protocol)),
    optional: edge.optional ?? plain.optional.value,
    basis: basisFor(edge, {
      mode: mode.basis,
      flows: flows.basis,
      choice: choice.basis,
      network: network.basis,
      rttMs: edge.rttMs === undefined ? basisOf(rtt) : documentBasis,
      step: stepBases[stepBasis],
    }),
  };
}

const stepBases: Readonly<Record<StepOfEdge['basis'], Basis>> = {
  document: documentBasis,
  'step-order': derivedBasis('step-order'),
  'step-after-cache': derivedBasis('step-after-cache'),
};

/** The bases that follow from what stands around an edge. */
interface BasesAround {
  readonly mode: Basis;
  readonly flows: Basis;
  readonly choice: Basis;
  readonly network: Basis;
  readonly rttMs: Basis;
  readonly step: Basis;
}

/** The bases of the other fields where the document does not say them. */
const unsaid = {
  label: basisOf(plain.label),
  protocol: basisOf(plain.protocol),
  calls: basisOf(plain.calls),
  onMissOf: derivedBasis('no-cache'),
  weight: basisOf(plain.weight),
  retries: basisOf(plain.retries),
  backoff: derivedBasis('not-said'),
  circuitBreaker: derivedBasis('not-said'),
  timeoutMs: derivedBasis('timeout-auto'),
  tls: derivedBasis('tls-of-protocol'),
  optional: basisOf(plain.optional),
} as const satisfies { readonly [F in keyof Edge]?: Basis };

const unsaidFields = Object.keys(unsaid) as readonly (keyof typeof unsaid)[];

/** The bases that edges had lately: a few sets of them serve ten thousand edges. */
interface Shared extends BasesAround {
  /** One bit for each field of `unsaid` that the document says. */
  readonly said: number;
  readonly basis: ResolvedEdge['basis'];
}

const lately: Shared[] = [];
const mostKept = 32;

function basisFor(edge: Edge, around: BasesAround): ResolvedEdge['basis'] {
  const said = saidBy(edge);
  for (const known of lately)
    if (
      known.said === said &&
      known.mode === around.mode &&
      known.flows === around.flows &&
      known.choice === around.choice &&
      known.network === around.network &&
      known.rttMs === around.rttMs &&
      known.step === around.step
    )
      return known.basis;
  const basis: Record<string, Basis> = { ...unsaid, ...around };
  for (const field of unsaidFields) if (edge[field] !== undefined) basis[field] = documentBasis;
  if (lately.length === mostKept) lately.shift();
  lately.push({ ...around, said, basis });
  return basis;
}

const bit = (value: unknown, at: number): number => (value === undefined ? 0 : 1 << at);

/** Written out: reading fields by name takes five times as long. */
const saidBy = (edge: Edge): number =>
  bit(edge.label, 0) |
  bit(edge.protocol, 1) |
  bit(edge.calls, 2) |
  bit(edge.onMissOf, 3) |
  bit(edge.weight, 4) |
  bit(edge.retries, 5) |
  bit(edge.backoff, 6) |
  bit(edge.circuitBreaker, 7) |
  bit(edge.timeoutMs, 8) |
  bit(edge.tls, 9) |
  bit(edge.optional, 10);
