import type { PartChange } from '../../../shared/model/diff';
import type { Design } from '../../../shared/model/schema';
import { showPart } from '../../panels/show-part';
import { useEditor } from '../../store/editors';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import sheet from '../sizing/SizeDialog.module.css';
import styles from './Compare.module.css';
import { fieldWords } from './field-words';

interface PartChangesProps {
  readonly parts: readonly PartChange[];
  readonly before: Design;
  readonly after: Design;
}

/** More than so many of one kind are counted. */
const mostListed = 60;

function verbTitle(kind: PartChange['kind'], count: number): string {
  switch (kind) {
    case 'added':
      return t('Added ({count})', { count });
    case 'removed':
      return t('Removed ({count})', { count });
    case 'changed':
      return t('Changed ({count})', { count });
  }
}

/** The parts that were added, removed and changed, the changed ones with their fields. */
export function PartChanges({ parts, before, after }: PartChangesProps) {
  if (parts.length === 0)
    return (
      <p className={styles.nothing}>
        {t('The system is the same in both; layout and texts are not compared.')}
      </p>
    );
  return (
    <>
      {(['added', 'removed', 'changed'] as const).map((kind) => {
        const of = parts.filter((part) => part.kind === kind);
        if (of.length === 0) return null;
        const named = kind === 'removed' ? before : after;
        return (
          <section key={kind} data-change={kind}>
            <h3 className={sheet.title}>{verbTitle(kind, of.length)}</h3>
            <ul className={styles.parts}>
              {of.slice(0, mostListed).map((part) => (
                <PartLine
                  key={`${part.part} ${part.id}`}
                  change={part}
                  named={named}
                  before={before}
                  after={after}
                />
              ))}
            </ul>
            {of.length <= mostListed ? null : (
              <p className={styles.nothing}>{t('{count} more', { count: of.length - mostListed })}</p>
            )}
          </section>
        );
      })}
    </>
  );
}

function partKindTitle(part: PartChange['part']): string {
  switch (part) {
    case 'flow':
      return t('flow');
    case 'node':
      return t('component');
    case 'edge':
      return t('connection');
    case 'group':
      return t('group');
    case 'design':
      return t('design');
  }
}

interface PartLineProps {
  readonly change: PartChange;
  /** The design that has the part under its name. */
  readonly named: Design;
  readonly before: Design;
  readonly after: Design;
}

function PartLine({ change, named, before, after }: PartLineProps) {
  const editor = useEditor();
  const name = change.id === '*' ? t('Whole design') : partName(named, change.id);
  const isHere = named === editor.design();
  const show = (): void => {
    editor.setView({ dialog: null });
    showPart(editor, change.id);
  };
  return (
    <li>
      <span className={styles.sign} aria-hidden="true">
        {{ added: '+', removed: '−', changed: '~' }[change.kind]}
      </span>
      <span className={styles.partText}>
        {isHere ? (
          <button type="button" className={styles.part} data-tip={t('Show on the canvas')} onClick={show}>
            {name}
          </button>
        ) : (
          <span className={styles.partName}>{name}</span>
        )}{' '}
        {change.part === 'design' ? null : <span className={styles.of}>{partKindTitle(change.part)}</span>}
        {change.kind !== 'changed' ? null : (
          <ul className={styles.fields}>
            {change.fields.map((field) => (
              <li key={field.path.join('.')}>
                {fieldWords(
                  field,
                  (id) => partName(before, id),
                  (id) => partName(after, id),
                )}
              </li>
            ))}
          </ul>
        )}
      </span>
    </li>
  );
}
