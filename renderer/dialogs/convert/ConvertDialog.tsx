import { useMemo, useState } from 'react';
import { kindOf } from '../../../shared/catalog/index';
import { type Convertible, convertibleParts } from '../../../shared/edits/convertible';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { marksOf } from '../../../shared/model/schema';
import { convertParts } from '../../canvas/convert-parts';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useSelection } from '../../store/selection';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import styles from './ConvertDialog.module.css';
import { choiceOf, firstChoice, optionsFor } from './kind-choices';

/** Turns the plain boxes and shapes of the selection, or of the whole design, into components: a row for each, with its kind. */
export function ConvertDialog() {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const selected = useSelection((state) => state.ids);
  // What is offered stays as it was when the dialog was opened.
  const [parts] = useState(() =>
    design === null ? [] : convertibleParts(design, selected.size > 0 ? selected : partBoxes(design).keys()),
  );
  const [choices, setChoices] = useState<ReadonlyMap<string, string>>(
    () => new Map(parts.map((part) => [part.id, firstChoice(part)])),
  );
  const close = (): void => editor.setView({ dialog: null });
  const chosen = parts.flatMap(({ id }) => {
    const choice = choiceOf(choices.get(id) ?? '');
    return choice === null ? [] : [{ id, ...choice }];
  });
  const accept = (): void => {
    close();
    const arrows = design === null ? [] : marksOf(design).flatMap(({ id }) => (selected.has(id) ? [id] : []));
    if (chosen.length > 0) convertParts(editor, { parts: chosen, arrows });
  };
  return (
    <Dialog
      title={t('Turn into components')}
      size="medium"
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('Cancel')}</Button>
          <Button variant="primary" data-autofocus="" disabled={chosen.length === 0} onClick={accept}>
            {t('{count, plural, one {Turn into # component} other {Turn into # components}}', {
              count: chosen.length,
            })}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        {parts.length === 0
          ? t('Nothing here can become a component: it takes plain boxes, or shapes with a text in them.')
          : t('Each part keeps its name and its place; arrows between them become calls, notes stay notes.')}
      </p>
      <ul
        className={styles.list}
        aria-label={t('Parts and their kinds')}
        onKeyDown={(event) => {
          // A closed list has no use for Enter of its own.
          if (event.key !== 'Enter' || chosen.length === 0) return;
          event.preventDefault();
          accept();
        }}
      >
        {parts.map((part) => (
          <Row
            key={part.id}
            part={part}
            value={choices.get(part.id) ?? ''}
            onChange={(value) => setChoices(new Map([...choices, [part.id, value]]))}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface RowProps {
  readonly part: Convertible;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Row({ part, value, onChange }: RowProps) {
  const options = useMemo(() => optionsFor(part), [part]);
  const kind = kindOf(choiceOf(value)?.kind ?? '');
  return (
    <li className={styles.row}>
      <span className={styles.tile} data-layer={kind?.layer}>
        <Icon name={kind?.icon ?? 'shapes'} size={16} />
      </span>
      <span className={styles.name} translate="no">
        {part.name}
      </span>
      <Select
        className={styles.kind}
        label={t('Kind of {name}', { name: part.name })}
        value={value}
        muted={value === ''}
        options={options}
        onChange={onChange}
      />
    </li>
  );
}
