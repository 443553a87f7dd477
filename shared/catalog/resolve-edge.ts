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

export function carriedFlows(flows: readonly Flow[]): CarriedFlows {
  const idsOf = (of: readonly Flow[]) => of.map((flow) => flow.id);
  return {
    all: idsOf(flows),
    read: idsOf(flows.filter((flow) => flow.kind === 'read')),
    write: idsOf(flows.filter((flow) => flow.kind === 'write')),
  };
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

/** A field of the edge, else its plain default. */
function given<F extends keyof typeof plain>(
  edge: Edge,
  field: F,
): Found<(typeof plain)[F]['value'] | NonNullable<Edge[F]>> {
  const own = edge[field];
  if (own !== undefined) return { value: own as NonNullable<Edge[F]>, basis: documentBasis };
  return { value: plain[field].value, basis: basisOf(plain[field]) };
}

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
  const label = given(edge, 'label');
  const protocol = given(edge, 'protocol');
  const calls = given(edge, 'calls');
  const weight = given(edge, 'weight');
  const retries = given(edge, 'retries');
  const optional = given(edge, 'optional');
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
    label: label.value,
    protocol: protocol.value,
    mode: mode.value,
    flows: flows.value,
    calls: calls.value,
    onMissOf: edge.onMissOf ?? null,
    choice: choice.value,
    weight: weight.value,
    step,
    network: network.value,
    rttMs: edge.rttMs ?? rtt.value,
    retries: retries.value,
    backoff: edge.backoff ?? null,
    circuitBreaker: edge.circuitBreaker ?? false,
    timeoutMs: edge.timeoutMs ?? null,
    tls: edge.tls ?? isHttpLike(protocol.value),
    optional: optional.value,
    basis: {
      label: label.basis,
      protocol: protocol.basis,
      mode: mode.basis,
      flows: flows.basis,
      calls: calls.basis,
      onMissOf: edge.onMissOf === undefined ? derivedBasis('no-cache') : documentBasis,
      choice: choice.basis,
      weight: weight.basis,
      step: stepBasis === 'document' ? documentBasis : derivedBasis(stepBasis),
      network: network.basis,
      rttMs: edge.rttMs === undefined ? basisOf(rtt) : documentBasis,
      retries: retries.basis,
      backoff: edge.backoff === undefined ? derivedBasis('not-said') : documentBasis,
      circuitBreaker: edge.circuitBreaker === undefined ? derivedBasis('not-said') : documentBasis,
      timeoutMs: edge.timeoutMs === undefined ? derivedBasis('timeout-auto') : documentBasis,
      tls: edge.tls === undefined ? derivedBasis('tls-of-protocol') : documentBasis,
      optional: optional.basis,
    },
  };
}
