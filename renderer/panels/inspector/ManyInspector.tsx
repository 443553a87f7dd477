import { partBoxes } from '../../../shared/edits/part-boxes';
import { type Design, edgesOf, groupsOf, marksOf, nodesOf } from '../../../shared/model/schema';
import { useCommand } from '../../commands/use-command';
import { useDocument } from '../../store/document';
import { useSelection } from '../../store/selection';
import { Button } from '../../ui/Button';
import { listed, t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import { AnnotationStyle } from './AnnotationStyle';
import { ArrangeRow } from './ArrangeRow';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';
import { LayerField } from './LayerField';
import { ManyFields } from './ManyFields';

/** The commands that apply to several parts. */
const offered: readonly { readonly id: string; readonly icon: string }[] = [
  { id: 'convert', icon: 'shapes' },
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
    [notes, t('{notes, plural, one {# annotation} other {# annotations}}', { notes })],
  ] as const;
  return counts.flatMap(([number, text]) => (number > 0 ? [text] : []));
}

/** Several parts: how many of each kind, and the commands for all of them. */
export function ManyInspector() {
  const design = useDocument((state) => state.design);
  const ids = useSelection((state) => state.ids);
  if (design === null) return null;
  const marks = marksOf(design).filter(({ id }) => ids.has(id));
  const nodes = nodesOf(design).flatMap(({ id }) => (ids.has(id) ? [id] : []));
  const placed = [...ids].filter((id) => partBoxes(design).has(id)).length;
  return (
    <>
      <InspectorHead
        icon="group"
        name={t('{count, plural, one {# part} other {# parts}}', { count: ids.size })}
      >
        <span>{listed(countsOf(design, ids))}</span>
      </InspectorHead>
      <div className={styles.panel}>
        {marks.length === ids.size ? (
          <EditableFields>
            <AnnotationStyle marks={marks} />
            <LayerField marks={marks} />
          </EditableFields>
        ) : null}
        {nodes.length > 1 && nodes.length === ids.size ? (
          <ManyFields key={nodes.join(' ')} design={design} ids={nodes} />
        ) : null}
        {placed > 1 ? <ArrangeRow /> : null}
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
