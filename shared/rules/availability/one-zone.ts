import { defaultZone } from '../../analysis/availability/pools';
import type { ResolvedNode } from '../../catalog/resolved';
import { type NarrowPlace, narrowPlacesOf } from '../facts/weak-spots';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SPOF-02. Of what is in a drawn zone one finding, at the zone; of what is set to one zone one each. */
export const oneZone: Rule = {
  id: 'one-zone',
  code: 'SPOF-02',
  title: 'All in one zone',
  severity: 'error',
  stage: 'broken',
  message:
    'All servers of {node} run in one zone, which is there {zoneTime} of the time; {flow} has to be {target}.',
  variants: {
    zone: '{node} runs in {zone} alone, which is there {zoneTime} of the time; {flow} has to be {target}.',
    several:
      '{count, plural, one {# component} other {# components}} that {flow} depends on run in {zone} alone, which is there {zoneTime} of the time; its availability target is {target}.',
  },
  why: 'A zone fails as a whole, by its power, its cooling or its network. More servers in the same one fail with it.',
  fix: 'Spread the servers over two or three zones.',
  fixes: { 'several-zones': 'Spread its servers over several zones: they survive the loss of one.' },
  source: {
    text: 'AWS Trusted Advisor, fault tolerance checks',
    url: 'https://docs.aws.amazon.com/awssupport/latest/user/fault-tolerance-checks.html',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const narrow = narrowPlacesOf(design);
    if (narrow.size === 0) return [];
    const byZone = new Map<string, ResolvedNode[]>();
    const hits: Hit[] = [];
    for (const node of design.nodes) {
      const place = narrow.get(node.id);
      if (place === undefined) continue;
      if (place.zone === defaultZone) hits.push(settingHit(node, place));
      else {
        const members = byZone.get(place.zone);
        if (members === undefined) byZone.set(place.zone, [node]);
        else members.push(node);
      }
    }
    for (const [zone, members] of byZone) for (const hit of zoneHits(zone, members, narrow)) hits.push(hit);
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Two servers, spread over zones as by default',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.9995 } } },
          }),
        },
        {
          title: 'A service in either of two zones',
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            {
              nodes: { a: { group: 'east' }, b: { group: 'west' } },
              flows: { reads: { targets: { availability: 0.9995 } } },
              system: {
                groups: [
                  { id: 'east', kind: 'zone' },
                  { id: 'west', kind: 'zone' },
                ],
              },
            },
          ),
        },
        {
          title: 'A target that one zone can meet',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.998 } } },
            config: { api: { multiZone: false } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Three servers that are kept in one zone',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.9995 } } },
            config: { api: { replicas: 3, multiZone: false } },
          }),
        },
        {
          title: 'A service and its database in one drawn zone',
          target: 'east',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            nodes: { api: { group: 'east' }, db: { group: 'east' } },
            flows: { reads: { targets: { availability: 0.9995 } } },
            system: { groups: [{ id: 'east', kind: 'zone', name: 'East' }] },
          }),
        },
      ],
    };
  },
};

const valuesOf = (node: ResolvedNode, { availability, flow }: NarrowPlace) => ({
  node: { part: node.id },
  flow: { part: flow.id },
  zoneTime: { share: availability },
  target: { share: flow.targets.availability ?? 0 },
});

/** That a component keeps to one zone is its own setting. */
const settingHit = (node: ResolvedNode, place: NarrowPlace): Hit => ({
  target: node.id,
  values: valuesOf(node, place),
  quickFix: {
    id: 'several-zones',
    title: 'Spread over zones',
    values: {},
    changes: [{ op: 'patch-config', id: node.id, patch: { multiZone: true } }],
  },
});

function zoneHits(
  zone: string,
  members: readonly ResolvedNode[],
  narrow: ReadonlyMap<string, NarrowPlace>,
): readonly Hit[] {
  const strictest = members.toSorted((a, b) => targetAt(narrow, b) - targetAt(narrow, a))[0];
  const place = strictest && narrow.get(strictest.id);
  if (strictest === undefined || place === undefined) return [];
  const values = { ...valuesOf(strictest, place), zone: { part: zone }, count: { count: members.length } };
  return [{ target: zone, values, variant: members.length === 1 ? 'zone' : 'several' }];
}

const targetAt = (narrow: ReadonlyMap<string, NarrowPlace>, { id }: ResolvedNode): number =>
  narrow.get(id)?.flow.targets.availability ?? 0;
