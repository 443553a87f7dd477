import { type Design, edgesOf, groupsOf, marksOf, nodesOf } from '../../../shared/model/schema';
import { useCommand } from '../../commands/use-command';
import { t } from '../../i18n/t';
import { useDocument } from '../../store/document';
import { useSelection } from '../../store/selection';
import { Button } from '../../ui/Button';
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
  const counts = [
    { number: count(nodesOf(design)), one: t('1 component'), many: '{number} components' },
    { number: count(edgesOf(design)), one: t('1 call'), many: '{number} calls' },
    { number: count(groupsOf(design)), one: t('1 group'), many: '{number} groups' },
    { number: count(marksOf(design)), one: t('1 note'), many: '{number} notes' },
  ];
  return counts
    .filter(({ number }) => number > 0)
    .map(({ number, one, many }) => (number === 1 ? one : t(many, { number })));
}

/** Several parts: how many of what, and what can be done to all of them. */
export function ManyInspector() {
  const design = useDocument((state) => state.design);
  const ids = useSelection((state) => state.ids);
  if (design === null) return null;
  return (
    <>
      <InspectorHead icon="group" name={t('{count} parts', { count: ids.size })}>
        <span>{countsOf(design, ids).join(', ')}</span>
      </InspectorHead>
      <div className={styles.panel}>
        <div className={styles.foot}>
          {offered.map((one) => (
            <Action key={one.id} {...one} />
          ))}
        </div>
      </div>
    </>
  );
}

/** A button of a command; none where the command cannot run. */
function Action({ id, icon }: { readonly id: string; readonly icon: string }) {
  const { title, shortcut, enabled, run } = useCommand(id);
  return enabled ? (
    <Button icon={icon} data-tip={shortcut} onClick={run}>
      {title}
    </Button>
  ) : null;
}
