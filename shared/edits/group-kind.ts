import { type Design, groupsOf } from '../model/schema';
import { type GroupKind, groupKinds } from '../model/vocabulary';
import { commonGroup } from './group';

/** As the large clouds call their regions: eu-west-1, us-gov-east-1, europe-west4; a letter behind it names a zone. */
const cloudRegion = '[a-z]+(?:-[a-z]+)*-(?:north|south|east|west|central)+-?\\d';

/** By which words or identifiers a name says the kind of a group; the first that fits, so that "Trust zone" is no zone. */
const saying: readonly (readonly [GroupKind, RegExp])[] = [
  ['trust-boundary', /\b(?:trust boundary|trust zone|dmz)\b/i],
  ['zone', new RegExp(`\\bzone\\b|\\baz[- ]?\\d?\\b|^${cloudRegion}-?[a-f]$`, 'i')],
  ['vpc', /\b(?:vpc|vnet|virtual network|subnet)\b/i],
  ['cluster', /\b(?:cluster|k8s|kubernetes|eks|gke|aks)\b/i],
  ['region', new RegExp(`\\bregion\\b|^${cloudRegion}$`, 'i')],
];

/** The kind that a group's name says it is; null where it says none. */
export const groupKindByName = (name: string): GroupKind | null =>
  saying.find(([, words]) => words.test(name.trim()))?.[0] ?? null;

/** The kinds that a group around these parts can have, the likeliest first: a zone in a region, else a region. */
export function likelyGroupKinds(design: Design, ids: ReadonlySet<string>): readonly GroupKind[] {
  const around = commonGroup(design, ids);
  const kind = groupsOf(design).find(({ id }) => id === around)?.kind;
  const first: GroupKind = kind === 'region' ? 'zone' : kind === undefined ? 'region' : 'frame';
  return [first, ...groupKinds.filter((other) => other !== first)];
}
