import { listOfTerms, type Message, product } from '../../math/message';
import { acceptedLoads } from '../accepted-loads';
import { type Availabilities, availabilitiesOf, dependenciesOf } from '../availability/flows';
import { placesOf } from '../availability/pools';
import { operationAt, visitsAt } from '../visit-positions';
import {
  absent,
  described,
  type Explained,
  explained,
  type FlowSubject,
  share,
  sources,
  term,
} from './explanation';

/** The pools that a request waits for, or falls back to, and the places they are in, each with its availability, those of 1 left out. */
function componentsOf({ context, at }: FlowSubject, of: Availabilities): readonly Message[] {
  const { graph, model } = context.loaded;
  const traffic = model.traffics[at];
  // Fallbacks are not visited while nothing is down.
  const dependsOn = new Set(traffic === undefined ? [] : dependenciesOf(graph, traffic, of));
  const places = new Set<string>();
  const pools = graph.design.nodes.flatMap((node, i): readonly Message[] => {
    const nominal = visitsAt(graph, i).filter((visit) => (traffic?.syncVisits[visit] ?? 0) > 0);
    if (nominal.length === 0 && !dependsOn.has(i)) return [];
    const visits = nominal.length === 0 ? [i] : nominal;
    for (const name of placesOf(node)) places.add(name);
    // What serves the more demanding operation serves the other too.
    const up = Math.min(
      ...visits.map(
        (visit) => of.pools[i]?.[operationAt(graph, at, visit) === 'read' ? 'reads' : 'writes'] ?? 1,
      ),
    );
    return up === 1 ? [] : [term(node.id, share(up))];
  });
  const standing = [...places].flatMap((name) =>
    of.place(name) === 1 ? [] : [term(name, share(of.place(name)))],
  );
  return [...pools, ...standing];
}

const shareOf = ({ values }: Message): number => {
  const figure = values['term'];
  return typeof figure === 'object' && 'share' in figure ? figure.share : 1;
};

/** How the availability of a flow came about: a product where a request needs every component, else over their states. */
export function flowAvailability(subject: FlowSubject): Explained {
  const { context, figures } = subject;
  if (figures.availability === null) return absent('The flow starts nowhere', sources.factoring);
  const { graph, loads, held } = context.loaded;
  const components = componentsOf(subject, availabilitiesOf(graph, acceptedLoads(loads, held)));
  if (components.length === 0 && figures.availability === 1)
    return explained('1: nothing that it waits for can be down', {}, sources.factoring);
  const inSeries = components.reduce((all, of) => all * shareOf(of), 1);
  if (Math.abs(inSeries - figures.availability) <= 1e-12)
    return explained(
      '{terms}: it needs each of them, zones and regions once',
      { terms: product(components) },
      sources.factoring,
    );
  return described(
    'The probability that a request succeeds, over the states of {terms}: components that every request needs multiplied, alternatives and misses weighted by their probabilities, a component on several branches counted once',
    { terms: listOfTerms(components) },
    sources.factoring,
  );
}
