import { convertibleParts } from '../../../shared/edits/convertible';
import { convertParts } from '../../canvas/convert-parts';
import { useCommand } from '../../commands/use-command';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import styles from './Inspector.module.css';

/** What a plain box or a shape most likely is, by its name: one press makes it that. Nothing for other parts. */
export function ConvertHint({ id }: { readonly id: string }) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const { title, enabled, run } = useCommand('convert');
  const [part] = design === null ? [] : convertibleParts(design, [id]);
  if (part === undefined || !enabled) return null;
  const { guess } = part;
  return (
    <div className={styles.convert}>
      {guess === null ? null : (
        <Button
          icon={guess.kind.icon}
          onClick={() =>
            convertParts(editor, {
              parts: [{ id, kind: guess.kind.id, technology: guess.technology }],
            })
          }
        >
          {guess.technology === undefined
            ? t('Turn into {kind}', { kind: t(guess.kind.title) })
            : t('Turn into {kind} · {technology}', {
                kind: t(guess.kind.title),
                technology: guess.technology,
              })}
        </Button>
      )}
      <Button icon="shapes" onClick={run}>
        {guess === null ? title : t('Another kind…')}
      </Button>
    </div>
  );
}
