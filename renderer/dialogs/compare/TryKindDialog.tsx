import { useMemo, useState } from 'react';
import { kindOf, kinds } from '../../../shared/catalog/index';
import { layerTitles } from '../../../shared/diagram/palette';
import { edited } from '../../../shared/edits/edit';
import { tryKind } from '../../../shared/edits/try-kind';
import { applyChanges } from '../../../shared/model/apply';
import { type Design, type Node, nodesOf } from '../../../shared/model/schema';
import { layerIds } from '../../../shared/model/vocabulary';
import { perform } from '../../canvas/perform';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useSelection } from '../../store/selection';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { partName } from '../../words/part-names';
import { t, wordsOf } from '../../words/t';
import sheet from '../sizing/SizeDialog.module.css';
import styles from './Compare.module.css';
import { ComparisonView } from './ComparisonView';
import { LabelledSelect } from './LabelledSelect';
import { useComparison } from './use-comparison';

/** Another kind or technology of the selected component: what it changes, before it is taken. */
export function TryKindDialog() {
  const design = useDocument((state) => state.design);
  const selected = useSelection((state) => state.ids);
  const node = design === null ? undefined : nodesOf(design).find(({ id }) => selected.has(id));
  return design === null || node === undefined ? null : <Choice design={design} node={node} />;
}

function Choice({ design, node }: { readonly design: Design; readonly node: Node }) {
  const editor = useEditor();
  const readOnly = useDocument((state) => state.readOnly);
  const [kind, setKind] = useState(node.kind);
  const [technology, setTechnology] = useState(node.technology ?? '');
  const result = useMemo(
    () => tryKind(design, { id: node.id, kind, technology: technology === '' ? null : technology }),
    [design, node.id, kind, technology],
  );
  const changes = result.ok ? result.edit.changes : [];
  const after = useMemo(
    () => (changes.length === 0 ? null : applyChanges(design, changes)),
    [design, changes],
  );
  const comparison = useComparison(after === null ? null : design, after);
  const close = (): void => editor.setView({ dialog: null });
  const apply = (): void => {
    close();
    if (result.ok) perform(editor, edited(result.edit.label, changes, { select: [node.id] }));
  };
  const name = partName(design, node.id);
  const notes = result.ok
    ? result.edit.notes.flatMap((note) => (note.about === 'assumption' ? [] : [wordsOf(note.message)]))
    : [];
  return (
    <Dialog
      title={t('Another kind or technology for {name}', { name })}
      size="large"
      onClose={close}
      scrolls
      footer={
        <>
          <Button onClick={close}>{t('Leave as it is')}</Button>
          <Button variant="primary" disabled={after === null || readOnly} onClick={apply}>
            {t('Apply')}
          </Button>
        </>
      }
    >
      <div className={styles.choice}>
        <LabelledSelect
          label={t('Kind')}
          value={kind}
          options={kindOptions(node.kind)}
          onChange={(next) => {
            setKind(next);
            if (!technologiesOf(next).includes(technology)) setTechnology('');
          }}
        />
        <LabelledSelect
          label={t('Technology')}
          value={technology}
          options={technologyOptions(kind, node)}
          onChange={setTechnology}
        />
      </div>
      {notes.length === 0 ? null : (
        <ul className={styles.fields}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {after === null ? (
        <p className={sheet.progress}>
          {result.ok
            ? t(
                'Choose another kind or technology: its figures, cost and findings are shown here beside those of now.',
              )
            : wordsOf(result.reason)}
        </p>
      ) : (
        <ComparisonView
          before={design}
          after={after}
          comparison={comparison}
          explained="before"
          only={new Set([node.id])}
        />
      )}
    </Dialog>
  );
}

const technologiesOf = (kind: string): readonly string[] =>
  (kindOf(kind)?.technologies ?? []).map(({ name }) => name);

/** All kinds by layer; one that the catalog does not know is first. */
function kindOptions(present: string) {
  const known = layerIds.flatMap((layer) =>
    kinds
      .filter((kind) => kind.layer === layer)
      .map((kind) => ({ value: kind.id, title: t(kind.title), group: t(layerTitles[layer]) })),
  );
  return kindOf(present) === undefined ? [{ value: present, title: present }, ...known] : known;
}

function technologyOptions(kind: string, node: Node) {
  const known = technologiesOf(kind);
  const own = node.technology ?? '';
  const listed = kind !== node.kind || own === '' || known.includes(own) ? known : [own, ...known];
  return [{ value: '', title: t('any technology') }, ...listed.map((value) => ({ value, title: value }))];
}
