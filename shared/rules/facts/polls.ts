import { isHttpLike } from '../../catalog/resolve-edge';
import type { ResolvedDesign, ResolvedFlow } from '../../catalog/resolved';
import { type Part, partsOf } from './parts';
import { type FlowPaths, pathsOf } from './paths';
import { isPublicSource } from './roles';

/** Reads by which clients ask again and again whether there is something new. */
export interface Poll {
  readonly flow: ResolvedFlow;
  /** Seconds between two requests of one client; null where the number of clients is not set. */
  readonly everySeconds: number | null;
}

/** A person reads longer than this before asking for more; a program that asks more often repeats itself. */
const mostSecondsBetween = 5;

/** What a flow or a call is called that says so itself. */
const saysSo = /\bpoll(?:s|ed|ing)?\b/i;

const pushing = /^(?:wss?|websockets?|sse|webrtc|mqtts?)$/i;

const known = new WeakMap<ResolvedDesign, readonly Poll[]>();

/**
 * The read flows by which clients poll: those that are called so, and those whose clients hold open connections over which they send
 * one request after the other, each within five seconds of the one before. Not over protocols that push.
 */
export function pollsOf(design: ResolvedDesign): readonly Poll[] {
  const found = known.get(design);
  if (found !== undefined) return found;
  const polls = pathsOf(design).flatMap((paths): readonly Poll[] => {
    const { flow } = paths;
    const entry = partsOf(design).byId.get(flow.entry);
    if (entry === undefined || flow.kind !== 'read' || flow.rateRps === 0) return [];
    if (!isPublicSource(entry.node) || isPushed(paths, entry)) return [];
    const everySeconds = flow.connections === 0 ? null : flow.connections / flow.rateRps;
    const isOften = everySeconds !== null && everySeconds <= mostSecondsBetween;
    return isOften || isNamedSo(paths, entry) ? [{ flow, everySeconds }] : [];
  });
  known.set(design, polls);
  return polls;
}

/** Whether the first of its calls that carry requests speak what pushes, or lead to what holds connections for it. */
function isPushed({ position }: FlowPaths, entry: Part): boolean {
  const calls = entry.calls.filter(({ carries, to }) => carries[position] === 1 && to.node.kind.id !== 'dns');
  return (
    calls.length === 0 ||
    calls.some(
      ({ edge, to }) =>
        to.node.kind.id === 'websocket-gateway' ||
        pushing.test(edge.protocol.trim()) ||
        !isHttpLike(edge.protocol),
    )
  );
}

const isNamedSo = ({ flow, position }: FlowPaths, entry: Part): boolean =>
  saysSo.test(flow.name) ||
  saysSo.test(flow.id) ||
  entry.calls.some(({ carries, edge }) => carries[position] === 1 && saysSo.test(edge.label));
