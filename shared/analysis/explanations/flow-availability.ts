import { type Availabilities, availabilitiesOf } from '../availability/flows';
import { placesOf } from '../availability/pools';
import {
  absent,
  described,
  type Explained,
  explained,
  type FlowSubject,
  share,
  sources,
  type Term,
  term,
  termsOf,
} from './explanation';

/** The pools that a request waits for and the places they stand in, each with its availability, those of 1 left out. */
function componentsOf({ context, at }: FlowSubject, of: Availabilities): readonly Term[] {
  const { graph, model } = context.loaded;
  const traffic = model.traffics[at];
  const isRead = graph.flows[at]?.kind === 'read';
  const places = new Set<string>();
  const pools = graph.nodes.flatMap((node, i): readonly Term[] => {
    if ((traffic?.syncVisits[i] ?? 0) === 0) return [];
    for (const name of placesOf(node)) places.add(name);
    const pool = of.pools[i];
    const up = pool === undefined ? 1 : isRead ? pool.reads : pool.writes;
    return up === 1 ? [] : [term(node.id, share(up))];
  });
  const standing = [...places].flatMap((name) =>
    of.place(name) === 1 ? [] : [term(name, share(of.place(name)))],
  );
  return [...pools, ...standing];
}

const shareOf = ({ inputs }: Term): number => {
  const figure = inputs['term'];
  return typeof figure === 'object' && 'share' in figure ? figure.share : 1;
};

/** How the availability of a flow came about: a product where a request needs every component, else over their states. */
export function flowAvailability(subject: FlowSubject): Explained {
  const { context, figures } = subject;
  if (figures.availability === null) return absent('The flow starts nowhere', sources.factoring);
  const { graph, loads } = context.loaded;
  const components = componentsOf(subject, availabilitiesOf(graph, loads.nodes));
  if (components.length === 0 && figures.availability === 1)
    return explained('1: nothing that it waits for can be down', {}, sources.factoring);
  const product = components.reduce((all, of) => all * shareOf(of), 1);
  if (Math.abs(product - figures.availability) <= 1e-12) {
    const { text, inputs } = termsOf(components, ' × ');
    return explained(`${text}: it needs each of them, zones and regions once`, inputs, sources.factoring);
  }
  const { text, inputs } = termsOf(components, ', ');
  return described(
    `The probability that a request succeeds, over the states of ${text}: what is always called in series, alternatives and misses by their probabilities, what is met twice once`,
    inputs,
    sources.factoring,
  );
}
