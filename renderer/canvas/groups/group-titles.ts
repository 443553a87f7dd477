import { groupTitleOf } from '../../../shared/diagram/group-look';
import type { Group } from '../../../shared/model/schema';
import { t } from '../../i18n/t';

export { groupKindTitles } from '../../../shared/diagram/group-look';

/** A group's name; its kind in the words of the window where it has none. */
export const groupTitle = (group: Group): string =>
  group.name === undefined || group.name === '' ? t(groupTitleOf(group)) : group.name;
