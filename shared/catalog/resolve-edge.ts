import { orNothing } from '../model/limits';
import type { Edge } from '../model/schema';
import { type EdgeMode, type Network, networks } from '../model/vocabulary';
import { type CarriedFlows, observedFlows } from './carried-flows';
import { basisFor, derived, type Found, plainEdge as plain, written } from './edge-basis';
import { basisOf } from './known-bases';
import { mobileRoundTripMs, networkBetween, roundTripMs } from './networks';
import type { ResolvedEdge, ResolvedNode } from './resolved';
import type { StepOfEdge } from './steps';

const httpLike =
  /^(?:https?(?:\/[\d.]+)?|h2c?|h3|rest|grpcs?|grpc-web|graphql|wss?|websockets?|sse|soap|webhook)$/i;

/** Whether a protocol is HTTP or speaks over it. */
export const isHttpLike = (protocol: string): boolean => httpLike.test(protocol.trim());

/** Protocols that encrypt by themselves: the secure ones of a pair, and those that have no other form. */
const encrypting =
  /^(?:quic|http3|webrtc|srtp|dtls|tls|ssl|ssh|sftp|scp|ftps|rtmps|rtsps|mqtts|amqps|rediss|ldaps|smtps|imaps|nats\+tls|wireguard|ipsec)$/i;

/** Whether calls over a protocol are encrypted unless the document says otherwise. */
export const isEncrypted = (protocol: string): boolean =>
  isHttpLike(protocol) || encrypting.test(protocol.trim());

const isPlainEncrypted = isEncrypted(plain.protocol.value);

// What is found is one object for each answer: made anew for each of ten thousand edges, it costs as much as the edge.
const modes = {
  sync: written<EdgeMode>('sync'),
  async: written<EdgeMode>('async'),
  afterBuffer: derived<EdgeMode>('async', 'mode-after-buffer', 1),
  observer: derived<EdgeMode>('async', 'mode-observer', 2),
  unset: derived<EdgeMode>('sync', 'mode-sync', 3),
};

function modeOf(edge: Edge, from: ResolvedNode, to: ResolvedNode): Found<EdgeMode> {
  // What leaves a buffer is asynchronous whatever the document says: nobody waits for a consumer.
  if (from.behaviour === 'buffer') return modes.afterBuffer;
  if (edge.mode !== undefined) return modes[edge.mode];
  if (from.behaviour === 'observer' || to.behaviour === 'observer') return modes.observer;
  return modes.unset;
}

function flowsOf(
  edge: Edge,
  from: ResolvedNode,
  to: ResolvedNode,
  flows: CarriedFlows,
): Found<readonly string[]> {
  const named = edge.flows;
  if (typeof named === 'string') return flows.said[named];
  if (named !== undefined) return flows.listed(named);
  if (from.behaviour === 'observer' || to.behaviour === 'observer') return observedFlows;
  return to.kind.id === 'read-replica' && edge.operation === undefined ? flows.toReplica : flows.unset;
}

/** Whether calls to nodes of this kind are shared between several of them, where there are several. */
export const isShared = ({ kind }: ResolvedNode): boolean =>
  kind.id === 'shard' || kind.id === 'read-replica';

const choices = {
  yes: written(true),
  no: written(false),
  distributor: derived(true, 'choice-distributor', 1),
  competing: derived(true, 'choice-competing-consumers', 2),
  shards: derived(true, 'choice-shards', 3),
  replicas: derived(true, 'choice-read-replicas', 4),
  always: derived(false, 'choice-always', 5),
};

function choiceOf(edge: Edge, from: ResolvedNode, to: ResolvedNode, siblings: number): Found<boolean> {
  if (edge.choice !== undefined) return edge.choice ? choices.yes : choices.no;
  if (from.behaviour === 'distributor') return choices.distributor;
  if (from.kind.id === 'queue') return choices.competing;
  if (siblings > 1 && to.kind.id === 'shard') return choices.shards;
  return siblings > 1 && to.kind.id === 'read-replica' ? choices.replicas : choices.always;
}

const roundTrips: Readonly<Record<Network, Found<number>>> = eachNetwork((network, at) => {
  const given = roundTripMs[network];
  return { value: given.value, basis: basisOf(given), from: at + 1 };
});
const mobileRoundTrip: Found<number> = {
  value: mobileRoundTripMs.value,
  basis: basisOf(mobileRoundTripMs),
  from: networks.length + 1,
};
const saidNetworks = eachNetwork((network) => written(network));
const foundNetworks = {
  internet: derived<Network>('internet', 'network-internet', 1),
  'cross-region': derived<Network>('cross-region', 'network-cross-region', 2),
  'cross-zone': derived<Network>('cross-zone', 'network-cross-zone', 3),
  'same-zone': derived<Network>('same-zone', 'network-same-zone', 4),
};

function eachNetwork<V>(of: (network: Network, at: number) => V): Readonly<Record<Network, V>> {
  return Object.fromEntries(networks.map((network, at) => [network, of(network, at)])) as Record<Network, V>;
}

/**
 * An edge with every default filled in, and the basis of each field. `siblings` says how many different nodes of the
 * callee's kind the caller calls; needed only where `isShared(to)`.
 */
export function resolveEdge(
  edge: Edge,
  from: ResolvedNode,
  to: ResolvedNode,
  carried: CarriedFlows,
  siblings: number,
  step: StepOfEdge,
): ResolvedEdge {
  const protocol = edge.protocol ?? plain.protocol.value;
  const mode = modeOf(edge, from, to);
  const flows = flowsOf(edge, from, to, carried);
  const choice = choiceOf(edge, from, to, siblings);
  const network =
    edge.network === undefined ? foundNetworks[networkBetween(from, to)] : saidNetworks[edge.network];
  const rtt =
    network.value === 'internet' && from.kind.id === 'mobile-app'
      ? mobileRoundTrip
      : roundTrips[network.value];
  const ordered = steps[step.basis];
  return {
    id: edge.id,
    // The same strings as the nodes have: a copied document has another one for each end.
    from: from.id,
    to: to.id,
    label: edge.label ?? plain.label.value,
    protocol,
    mode: mode.value,
    flows: flows.value,
    calls: orNothing(edge.calls ?? plain.calls.value),
    onMissOf: edge.onMissOf ?? null,
    fallbackOf: edge.fallbackOf ?? null,
    operation: edge.operation ?? null,
    choice: choice.value,
    weight: orNothing(edge.weight ?? plain.weight.value),
    step: step.step,
    network: network.value,
    rttMs: orNothing(edge.rttMs ?? rtt.value),
    retries: edge.retries ?? plain.retries.value,
    backoff: edge.backoff ?? null,
    circuitBreaker: edge.circuitBreaker ?? false,
    timeoutMs: edge.timeoutMs ?? null,
    tls: edge.tls ?? (edge.protocol === undefined ? isPlainEncrypted : isEncrypted(protocol)),
    optional: edge.optional ?? plain.optional.value,
    requestBytes: orNull(edge.requestBytes),
    responseBytes: orNull(edge.responseBytes),
    storedBytes: orNull(edge.storedBytes),
    basis: basisFor(
      edge,
      mode,
      flows,
      choice,
      network,
      edge.rttMs === undefined ? rtt : saidRoundTrip,
      ordered,
    ),
  };
}

const orNull = (bytes: number | undefined): number | null => (bytes === undefined ? null : orNothing(bytes));

const saidRoundTrip = written(0);

const steps: Readonly<Record<StepOfEdge['basis'], Found<null>>> = {
  document: written(null),
  'step-order': derived(null, 'step-order', 1),
  'step-after-cache': derived(null, 'step-after-cache', 2),
};

/** Whether a resolved edge is at this step, for the same reason. */
export const isStepOf = ({ step, basis }: ResolvedEdge, given: StepOfEdge): boolean =>
  step === given.step && basis['step'] === steps[given.basis].basis;
