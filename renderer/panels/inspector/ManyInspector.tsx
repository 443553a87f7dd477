import { type Design, edgesOf, groupsOf, marksOf, nodesOf } from '../../../shared/model/schema';
import { commands, isEnabled, runCommand, shortcutOf } from '../../commands/registry';
import { useDocument } from '../../store/document';
import { useSelection } from '../../store/selection';
import { Button } from '../../ui/Button';
import { listed, t } from '../../words/t';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';

/** What can be done to several parts at once, of the one list of commands. */
const offered: readonly { readonly id: string; readonly icon: string }[] = [
  { id: 'duplicate', icon: 'copy' },
  { id: 'copy', icon: 'clipboard' },
  { id: 'fit-selection', icon: 'maximize' },
  { id: 'delete', icon: 'trash-2' },
];

function countsOf(design: Design, ids: ReadonlySet<string>): readonly string[] {
  const count = (parts: readonly { readonly id: string }[]): number =>
    parts.filter(({ id }) => ids.has(id)).length;
  const nodes = count(nodesOf(design));
  const edges = count(edgesOf(design));
  const groups = count(groupsOf(design));
  const notes = count(marksOf(design));
  const counts = [
    [nodes, t('{nodes, plural, one {# component} other {# components}}', { nodes })],
    [edges, t('{edges, plural, one {# call} other {# calls}}', { edges })],
    [groups, t('{groups, plural, one {# group} other {# groups}}', { groups })],
    [notes, t('{notes, plural, one {# note} other {# notes}}', { notes })],
  ] as const;
  return counts.flatMap(([number, text]) => (number > 0 ? [text] : []));
}

/** Several parts: how many of what, and what can be done to all of them. */
export function ManyInspector() {
  const design = useDocument((state) => state.design);
  const ids = useSelection((state) => state.ids);
  if (design === null) return null;
  const actions = offered.flatMap(({ id, icon }) => {
    const command = commands.find((item) => item.id === id);
    return command !== undefined && isEnabled(command) ? [{ id, icon, title: t(command.title) }] : [];
  });
  return (
    <>
      <InspectorHead
        icon="group"
        name={t('{count, plural, one {# part} other {# parts}}', { count: ids.size })}
      >
        <span>{listed(countsOf(design, ids))}</span>
      </InspectorHead>
      <div className={styles.panel}>
        <div className={styles.foot}>
          {actions.map(({ id, icon, title }) => (
            <Button key={id} icon={icon} data-tip={shortcutOf(id)} onClick={() => runCommand(id)}>
              {title}
            </Button>
          ))}
        </div>
      </div>
    </>
  );
}
