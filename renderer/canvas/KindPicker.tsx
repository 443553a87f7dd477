import { kinds } from '../../shared/catalog/index';
import type { Kind } from '../../shared/catalog/kind';
import { changeKind } from '../../shared/edits/change-kind';
import type { Design } from '../../shared/model/schema';
import { useEditor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { t, wordsOf } from '../words/t';
import type { Choice } from './ChoiceForm';
import { ChoicePicker } from './ChoicePicker';
import styles from './KindPicker.module.css';
import { useShownDesign } from './lanes/shown';
import { partBoxes } from './part-boxes';
import { perform } from './perform';
import { closePicker } from './picker';
import { searchKinds } from './search-kinds';

/** The list of kinds that a component can be made into; below it, what of the component the active one changes. */
export function KindPicker({ id }: { readonly id: string }) {
  const editor = useEditor();
  const design = useShownDesign();
  const beside = design === null ? undefined : partBoxes(design).get(id);
  const node = design === null ? undefined : resolvedOf(design).nodes.get(id);
  if (design === null || beside === undefined || node === undefined) return null;
  const others = kinds.filter((kind) => kind.id !== node.kind.id);
  return (
    <ChoicePicker
      beside={beside}
      label={t('Change {name} to', { name: node.name })}
      listLabel={t('Components')}
      nothing={t('No component of that name')}
      find={(text) => choicesOf(text, others)}
      about={({ key }) => <Effects design={design} id={id} kind={key} />}
      onTake={({ key }) => {
        const current = editor.design();
        if (current !== null) perform(editor, changeKind(current, { id, kind: key }));
      }}
      onClose={() => closePicker(editor)}
    />
  );
}

/** Each kind once, a kind whose technology is found included. */
function choicesOf(text: string, among: readonly Kind[]): readonly Choice[] {
  const found = new Set(searchKinds(text, among).map(({ kind }) => kind));
  return [...found].map(({ id, title, icon, layer }) => ({ key: id, title: t(title), icon, layer }));
}

interface EffectsProps {
  readonly design: Design;
  readonly id: string;
  readonly kind: string;
}

function Effects({ design, id, kind }: EffectsProps) {
  const result = changeKind(design, { id, kind });
  if (!result.ok) return null;
  const effects = result.edit.notes.flatMap((note) => (note.about === 'kind' ? [wordsOf(note.message)] : []));
  return (
    <ul className={styles.effects} aria-label={t('What it changes')} aria-live="polite">
      {(effects.length === 0 ? [t('Name, targets, settings and calls stay')] : effects).map((effect) => (
        <li key={effect}>{effect}</li>
      ))}
    </ul>
  );
}
