import type { Source } from '../../catalog/kind';
import { endsByTimeouts } from '../held-means';
import type { StationState } from '../station';
import {
  absent,
  arrivingAt,
  count,
  described,
  type Explained,
  explained,
  ms,
  type NodeSubject,
  rps,
  share,
  sources,
} from './explanation';

// What a limit on the requests in progress makes of a station.

/** Source of what a pool completes with all its places taken. */
const closedNetwork: Source = {
  kind: 'source',
  text: 'Buzen, Computational algorithms for closed queueing networks with exponential servers, Communications of the ACM 16(9), 1973',
};
const littlesLaw: Source = {
  kind: 'source',
  text: 'Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3), 1961',
};

const stateOf = ({ context, at }: NodeSubject): StationState | undefined => context.loaded.states[at];

/** Requests a second that the node accepts. */
function acceptedRps({ context, at, figures }: NodeSubject): number {
  const { readsRps, writesRps } = arrivingAt(context, at);
  return (readsRps + writesRps) * (1 - figures.refused);
}

export function placesUtilization(subject: NodeSubject): Explained {
  const places = stateOf(subject)?.places ?? null;
  if (places === null) return absent('Nothing limits the requests that it has in progress', sources.document);
  const { placesUtilization: use, heldUpBy } = subject.figures;
  if (use === null && heldUpBy !== null)
    return absent('{callee} never answers, so that places are held without bound', closedNetwork, {
      callee: { part: heldUpBy },
    });
  if (use !== null && places.capacityRps === null)
    return described('Each request is done at once, so that no place is taken', {}, closedNetwork);
  if (use === null || places.capacityRps === null)
    return absent('How long a place is held does not exist', closedNetwork);
  return explained(
    '{accepted} ÷ {most}: what it accepts, and what it completes with all places taken',
    { accepted: rps(use * places.capacityRps), most: rps(places.capacityRps) },
    closedNetwork,
  );
}

export function heldUpBy({ figures }: NodeSubject): Explained {
  if (figures.heldUpBy === null) return absent('No callee holds it up', closedNetwork);
  return described(
    '{callee} is why its places are held for too long or without bound',
    { callee: { part: figures.heldUpBy } },
    closedNetwork,
  );
}

export function heldMs(subject: NodeSubject): Explained {
  const { heldMs: held } = subject.figures;
  if (held === null)
    return absent('Nothing is in progress here, or there is no bound to how long it is', littlesLaw);
  const lane = stateOf(subject)?.laneWaitMs ?? 0;
  return explained(
    '{wait} + {rest}: the wait for a server, and its own time with that of its calls',
    { wait: ms(lane), rest: ms(held - lane) },
    littlesLaw,
  );
}

export function inFlight(subject: NodeSubject): Explained {
  const { heldMs: held, inFlight: requests } = subject.figures;
  if (held === null || requests === null)
    return absent('Nothing is in progress here, or there is no bound to how long it is', littlesLaw);
  return explained(
    '{accepted} × {held}: the requests that it accepts, and how long each is in progress',
    { accepted: rps(acceptedRps(subject)), held: ms(held) },
    littlesLaw,
  );
}

/** A capacity that is that of places; null where another is less. */
export function capacityOfPlaces(subject: NodeSubject): Explained | null {
  const { figures, node } = subject;
  if (figures.limitedBy !== 'places' || figures.capacityRps === null) return null;
  const { maxInFlight } = node.config;
  const inputs = { most: rps(figures.capacityRps) };
  return maxInFlight === null
    ? explained(
        '{most}: what it completes with one request of each partition in progress',
        inputs,
        closedNetwork,
      )
    : explained(
        '{most}: what it completes with {places} requests in progress at each server, each until it is answered',
        { ...inputs, places: count(maxInFlight) },
        closedNetwork,
      );
}

/** A utilization that is that of places; null where something else is busier. */
export function utilizationOfPlaces(subject: NodeSubject): Explained | null {
  const { placesUtilization: use, utilization } = subject.figures;
  return use !== null && use > 0 && use === utilization ? placesUtilization(subject) : null;
}

/** The waits of a node with places; null where it has none. */
export function waitOfPlaces(subject: NodeSubject, of: 'probability' | 'time'): Explained | null {
  const state = stateOf(subject);
  const places = state?.places ?? null;
  const { waitMs, waitProbability } = subject.figures;
  if (places === null || waitMs === null || waitProbability === null) return null;
  if (of === 'time')
    return explained(
      '{place} + {server}: the wait for a place, and that for a server or a rate limit',
      { place: ms(places.waitMs), server: ms(waitMs - places.waitMs) },
      closedNetwork,
    );
  const { waitProbability: place } = places;
  const server = place < 1 ? Math.max(0, waitProbability - place) / (1 - place) : 0;
  return explained(
    '{place} + {server} − {place} × {server}: waits for a place, or then for a server or a rate limit',
    { place: share(place), server: share(server) },
    closedNetwork,
  );
}

/** The mean with calls of a node with places whose calls are ended by timeouts; null where it has none of these. */
export function withCallsMeanOfPlaces(subject: NodeSubject): Explained | null {
  const { heldMs: held, withCallsMeanMs } = subject.figures;
  if (held === null || withCallsMeanMs === null) return null;
  if (!endsByTimeouts(subject.context.loaded, subject.at)) return null;
  return explained(
    '{wait} + {held}: the wait before it is in progress, and how long it is then, with its calls ended by their timeouts',
    { wait: ms(withCallsMeanMs - held), held: ms(held) },
    littlesLaw,
  );
}

/** What a queue limit refuses where requests hold places; null where it has none. */
export function refusedByPlaces(subject: NodeSubject): Explained | null {
  const { queueLimit } = subject.node.config;
  if ((stateOf(subject)?.places ?? null) === null || queueLimit === null) return null;
  const { readsRps, writesRps } = arrivingAt(subject.context, subject.at);
  const offered = readsRps + writesRps;
  if (offered <= 0) return null;
  return explained(
    '{refused} ÷ {offered}: what finds {limit} requests in progress or waiting is refused',
    { refused: rps(offered * subject.figures.refused), offered: rps(offered), limit: count(queueLimit) },
    closedNetwork,
  );
}
