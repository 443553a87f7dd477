import type { ConfigField } from '../../../shared/model/config';
import type { FieldSection } from '../../../shared/model/fields/field';
import { configFields, sectionOf } from '../../../shared/model/fields/index';

const sectionTitles: Readonly<Record<FieldSection, string>> = {
  capacity: 'Capacity',
  cache: 'Hits',
  replication: 'Replication',
  buffer: 'Messages',
  network: 'Traffic',
  availability: 'Availability',
  scaling: 'Scaling',
  data: 'Data',
  recovery: 'Recovery',
  security: 'Security',
  cost: 'Cost',
};

export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly ConfigField[];
}

/** The fields that can be shown, grouped by section, in the order of the kind. */
export function groupFields(fields: readonly ConfigField[]): readonly FieldGroup[] {
  const groups = new Map<FieldSection, ConfigField[]>();
  for (const field of fields) {
    const section = sectionOf(field);
    if (section === undefined || configFields[field].offered === false) continue;
    const group = groups.get(section);
    if (group === undefined) groups.set(section, [field]);
    else group.push(field);
  }
  return [...groups].map(([section, list]) => ({ title: sectionTitles[section], fields: list }));
}
