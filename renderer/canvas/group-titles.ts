import type { Group } from '../../shared/model/schema';
import type { GroupKind } from '../../shared/model/vocabulary';
import { t } from '../i18n/t';

export const groupKindTitles: Readonly<Record<GroupKind, string>> = {
  region: 'Region',
  zone: 'Zone',
  vpc: 'VPC',
  cluster: 'Cluster',
  'trust-boundary': 'Trust boundary',
  frame: 'Frame',
};

/** A group's name; its kind where it has none. */
export const groupTitle = (group: Group): string =>
  group.name === undefined || group.name === '' ? t(groupKindTitles[group.kind]) : group.name;
