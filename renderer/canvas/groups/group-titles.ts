import { groupTitleOf } from '../../../shared/diagram/group-look';
import type { Group } from '../../../shared/model/schema';
import { language } from '../../words/language';

export { groupKindTitles } from '../../../shared/diagram/group-look';

/** A group's name; its kind in the words of the window where it has none. */
export const groupTitle = (group: Group): string => groupTitleOf(group, language());
